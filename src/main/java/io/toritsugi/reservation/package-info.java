/** What the hotel holds: persist, change, cancel, history. */
@NullMarked
package io.toritsugi.reservation;

import org.jspecify.annotations.NullMarked;
