/** When and why a failed import is tried again. */
@NullMarked
package io.toritsugi.retry;

import org.jspecify.annotations.NullMarked;
