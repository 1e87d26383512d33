/** The import cache and the catalogue of everything that can go wrong. */
@NullMarked
package io.toritsugi.failure;

import org.jspecify.annotations.NullMarked;
