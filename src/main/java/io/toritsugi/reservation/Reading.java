package io.toritsugi.reservation;

import io.toritsugi.booking.Booking;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureClass;

/** What became of reading a telegram: the booking that it describes, or why it describes none. */
public sealed interface Reading {

    /** Whether nothing is known of its content: damaged, or our own side failed while reading. */
    default boolean unreadable() {
        return this instanceof Refused refused
                && (refused.failure().failureClass() == FailureClass.PARSE
                        || refused.failure().failureClass() == FailureClass.SYSTEM);
    }

    /**
     * A booking, and which of its rooms somebody has given another type.
     *
     * @param assignment none, unless a person decided so
     */
    record Understood(Booking booking, RoomAssignment assignment) implements Reading {

        public Understood(Booking booking) {
            this(booking, RoomAssignment.NONE);
        }
    }

    record Refused(Failure failure) implements Reading {}
}
