/** Moves of placed rooms that free a place for another stay: found, proposed, applied, taken back. */
@NullMarked
package io.toritsugi.upgrade.cascade;

import org.jspecify.annotations.NullMarked;
