/** The PMS's form of a booking: translation, validation, rates, names, channels. */
@NullMarked
package io.toritsugi.booking;

import org.jspecify.annotations.NullMarked;
