/** Rooms and nights: what there is, what is taken, what is free. */
@NullMarked
package io.toritsugi.inventory;

import org.jspecify.annotations.NullMarked;
