package io.toritsugi.inventory;

import java.util.SortedSet;

/**
 * Rooms came free because bookings gave them back: cancelled, shortened, moved. Published inside of the transaction that gave
 * them back, when all of it is written; listen with {@code @TransactionalEventListener} for what must not hold it up.
 *
 * @param hotelId the hotel
 * @param nights the types and nights on which fewer rooms are sold than before; never empty
 */
public record NightsReleased(int hotelId, SortedSet<NightKey> nights) {}
