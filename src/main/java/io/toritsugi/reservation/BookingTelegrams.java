package io.toritsugi.reservation;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the lane finds the telegrams that a booking is folded from; the telegram table is behind it. */
public interface BookingTelegrams {

    /**
     * Every telegram that takes part in the fold of these bookings: the originals, readable as far as is known, that have
     * their place in the order.
     */
    Map<BookingKey, List<StoredTelegram>> ofBookings(Collection<BookingKey> bookings);

    /** How telegrams stand that belong to no booking. */
    Map<Long, StoredTelegram> ofIds(Collection<Long> telegramIds);

    /** Reads telegrams again from their stored bytes. */
    Map<Long, Reading> read(Collection<Long> telegramIds);
}
