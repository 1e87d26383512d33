/** The live feed: what happens, told to browsers as it happens, without a gap (docs/guides/live.md). */
@NullMarked
package io.toritsugi.notify.live;

import org.jspecify.annotations.NullMarked;
