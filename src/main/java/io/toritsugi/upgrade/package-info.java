/** What else a guest could be given when the booked type is full. */
@NullMarked
package io.toritsugi.upgrade;

import org.jspecify.annotations.NullMarked;
