/** Receive, store, acknowledge; the telegram table and the import of what it holds. */
@NullMarked
package io.toritsugi.intake;

import org.jspecify.annotations.NullMarked;
