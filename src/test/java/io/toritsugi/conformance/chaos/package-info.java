/**
 * What goes wrong in a machine room, done to the application while bookings stream in: nothing may be lost and nothing doubled,
 * and nobody may be needed to get going again. {@code conformance/chaos} plays the long form, the build a short one.
 */
@NullMarked
package io.toritsugi.conformance.chaos;

import org.jspecify.annotations.NullMarked;
