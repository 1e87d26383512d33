package io.toritsugi.upgrade;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Who sleeps where; the reservations are behind it. */
public interface PlacedRooms {

    /**
     * The rooms of a hotel whose first night is in a period, of reservations that are confirmed or checked in; by reservation
     * and room number.
     *
     * @param from the first day
     * @param to the day after the last
     */
    List<PlacedRoom> in(int hotelId, LocalDate from, LocalDate to);

    /** All rooms of these reservations of a hotel, as far as they are confirmed or checked in. */
    List<PlacedRoom> of(int hotelId, Collection<UUID> reservations);
}
