package io.toritsugi.upgrade;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;

/** Imports a failed booking into a room that came free. */
public interface PlaceFailedStay {

    /**
     * Places the booking of a failure at once; in the caller's transaction, under the lock of the hotel that the caller holds.
     * It may stay a failure for another reason.
     *
     * @param roomType the code of the type that has the rooms; the booked one or an upgrade
     * @throws io.toritsugi.api.ProblemException when the failure is over or cannot be placed by hand
     */
    void place(Caller caller, HotelRef hotel, long failureId, String roomType);
}
