package io.toritsugi.reservation;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.reservation.RoomChange.Why;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person gives one room of a standing reservation another type. */
@Component
class AssignRoom {

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final RoomMoveRows rows;
    private final RoomMoves moves;

    AssignRoom(JdbcClient jdbc, HotelLock lock, RoomMoveRows rows, RoomMoves moves) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.rows = rows;
        this.moves = moves;
    }

    /**
     * What is wanted.
     *
     * @param roomType the code of a type of the hotel
     * @param charged whether the guest is to pay for it; what he pays in yen stays as the OTA said
     * @param revision of the reservation as the caller has seen it
     */
    record Wanted(
            String roomType, boolean charged, @Nullable String reason, int revision) {}

    /**
     * Moves the guest; nothing is changed where he is there already and what is charged stays.
     *
     * @param roomNo from 1
     * @throws ProblemException as {@link RoomMoves#move(int, List, String, String)}, and {@code room.unknown}
     */
    @Transactional
    public void assign(Caller caller, HotelRef hotel, UUID id, int roomNo, Wanted wanted) {
        lock.hold(hotel.id());
        var reservation = rows.find(hotel.id(), Set.of(id)).get(id);
        if (reservation == null) {
            throw new ProblemException(ProblemCode.RESERVATION_UNKNOWN);
        }
        var room = reservation
                .room(roomNo)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.ROOM_UNKNOWN, Map.of("room", String.valueOf(roomNo))));
        var to = roomType(hotel, wanted.roomType());
        if (room.assigned().equals(to) && !wanted.charged()) {
            return;
        }
        moves.move(
                hotel.id(),
                List.of(new RoomMove(id, roomNo, room.assigned().id(), to.id(), wanted.revision())),
                new Why(caller.name(), wanted.reason(), true, wanted.charged()));
    }

    private RoomTypeRef roomType(HotelRef hotel, String code) {
        return jdbc.sql("select id, code from room_type where hotel_id = :hotel and code = :code")
                .param("hotel", hotel.id())
                .param("code", code)
                .query(RoomTypeRef.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", code)));
    }
}
