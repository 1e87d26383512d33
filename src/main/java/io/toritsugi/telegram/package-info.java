/** The OTA's document: reading it safely, its keys, its envelope, its model. */
@NullMarked
package io.toritsugi.telegram;

import org.jspecify.annotations.NullMarked;
