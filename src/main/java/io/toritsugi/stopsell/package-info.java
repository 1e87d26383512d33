/** Telling TL-Lincoln to stop selling and to go on, why, and whether both sides have the same stock. */
@NullMarked
package io.toritsugi.stopsell;

import org.jspecify.annotations.NullMarked;
