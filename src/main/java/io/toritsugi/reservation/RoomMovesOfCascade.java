package io.toritsugi.reservation;

import io.toritsugi.upgrade.MovePlacedRooms;
import java.util.List;
import org.springframework.stereotype.Component;

/** Moves what a cascade says, by {@link RoomMoves}. */
@Component
class RoomMovesOfCascade implements MovePlacedRooms {

    private final RoomMoves roomMoves;

    RoomMovesOfCascade(RoomMoves roomMoves) {
        this.roomMoves = roomMoves;
    }

    @Override
    public void move(int hotelId, List<Move> moves, String by, String reason) {
        var rooms = moves.stream()
                .map(move -> new RoomMove(
                        move.reservation(), move.roomNo(), move.fromTypeId(), move.toTypeId(), move.revision()))
                .toList();
        roomMoves.move(hotelId, rooms, by, reason);
    }
}
