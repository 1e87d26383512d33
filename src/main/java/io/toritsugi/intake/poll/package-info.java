/** Bookings that are fetched: one route a hotel, one turn a hotel at a time. */
@NullMarked
package io.toritsugi.intake.poll;

import org.jspecify.annotations.NullMarked;
