package io.toritsugi.inventory;

/** What each hotel has free. */
public interface Availability {

    /** The free rooms of a hotel as this node knows them now; the conditional update at persist stays the truth. */
    AvailabilityGrid of(int hotelId);
}
