/** OTA room code to room type, per hotel, channel and dates. */
@NullMarked
package io.toritsugi.mapping;

import org.jspecify.annotations.NullMarked;
