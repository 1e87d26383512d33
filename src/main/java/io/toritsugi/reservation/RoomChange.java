package io.toritsugi.reservation;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One room of a reservation on its way to another type; the guest may go. */
record RoomChange(MovableReservation reservation, MovableReservation.Room room, RoomTypeRef to) {

    /**
     * Who moves guests, and why.
     *
     * @param by a person's name, or the rule's
     * @param byHand whether a person chose the type; else a rule or a cascade did
     * @param charged whether the guest is to pay for the new type
     */
    record Why(String by, @Nullable String reason, boolean byHand, boolean charged) {}

    /**
     * The change that a move means.
     *
     * @param reservation the reservation of the move; null when the hotel has none of that number with rooms
     * @param to the type of the move; null when the hotel has none of that number
     * @throws ProblemException when the guest may not go, or not from there any more
     */
    static RoomChange of(RoomMove move, @Nullable MovableReservation reservation, @Nullable RoomTypeRef to) {
        if (to == null) {
            throw new ProblemException(
                    ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", String.valueOf(move.toTypeId())));
        }
        if (reservation == null) {
            throw new ProblemException(ProblemCode.RESERVATION_UNKNOWN);
        }
        if (!reservation.movable()) {
            throw new ProblemException(
                    ProblemCode.RESERVATION_NOT_MOVABLE,
                    Map.of("status", reservation.status()),
                    Map.of("reservation", reservation.id()));
        }
        var room = reservation
                .room(move.roomNo())
                .filter(found -> found.assigned().id() == move.fromTypeId())
                .filter(found -> reservation.revision() == move.revision())
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.CONFLICT_VERSION,
                        Map.of(),
                        Map.of("reservation", reservation.id(), "revision", reservation.revision())));
        return new RoomChange(reservation, room, to);
    }

    /** His nights in the type that was sold. */
    List<NightKey> booked() {
        return nights(room.booked());
    }

    /** The nights that the guest leaves. */
    List<NightKey> left() {
        return nights(room.assigned());
    }

    /** The nights that he takes. */
    List<NightKey> taken() {
        return nights(to);
    }

    private List<NightKey> nights(RoomTypeRef type) {
        return room.firstNight()
                .datesUntil(room.endDate())
                .map(night -> new NightKey(type.id(), night))
                .toList();
    }
}
