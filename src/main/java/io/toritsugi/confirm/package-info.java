/** Outputs and their confirmation, and what may leave the cache after it. */
@NullMarked
package io.toritsugi.confirm;

import org.jspecify.annotations.NullMarked;
