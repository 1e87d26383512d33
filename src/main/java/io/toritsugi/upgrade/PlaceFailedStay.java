package io.toritsugi.upgrade;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import org.jspecify.annotations.Nullable;

/** Imports a failed booking into a room that came free. */
public interface PlaceFailedStay {

    /**
     * Places the booking of a failure at once; in the caller's transaction, under the lock of the hotel that the caller holds.
     * It may stay a failure for another reason.
     *
     * @param upgrade the code of the type that it is given; null: the one that it booked
     * @param reason for the history of the failure
     * @throws io.toritsugi.api.ProblemException when the failure is over or cannot be placed by hand
     */
    void place(Caller caller, HotelRef hotel, long failureId, @Nullable String upgrade, String reason);
}
