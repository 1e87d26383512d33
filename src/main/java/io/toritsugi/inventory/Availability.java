package io.toritsugi.inventory;

/** What each hotel has free (ADR 0013). */
public interface Availability {

    /**
     * The free rooms of a hotel, from its today over its horizon, as of one moment: take one grid for one decision. Without a
     * round trip to the database, unless the hotel was not asked for in a while or something is known to have changed.
     *
     * <p>What this node committed is in it, whatever other nodes committed at most a second ago may not be; under the
     * hotel's lock, once its versions were read, all is. What the current transaction changed itself never is. The conditional
     * update at persist stays the truth.
     *
     * @throws IllegalArgumentException when there is no such hotel
     */
    AvailabilityGrid of(int hotelId);
}
