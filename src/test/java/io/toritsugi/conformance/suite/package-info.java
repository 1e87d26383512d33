/**
 * The public conformance suite: what certifying parties ask of a PMS that receives bookings from TL-Lincoln, asked of any
 * running instance over its HTTP interface. {@code conformance/run} starts it.
 */
@NullMarked
package io.toritsugi.conformance.suite;

import org.jspecify.annotations.NullMarked;
