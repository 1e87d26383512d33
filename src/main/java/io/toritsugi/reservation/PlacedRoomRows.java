package io.toritsugi.reservation;

import io.toritsugi.database.SqlFile;
import io.toritsugi.upgrade.PlacedRoom;
import io.toritsugi.upgrade.PlacedRooms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who sleeps where, for those who move guests about. */
@Component
class PlacedRoomRows implements PlacedRooms {

    private static final String IN = SqlFile.text("reservation/placed-rooms");
    private static final String OF = SqlFile.text("reservation/placed-rooms-of");

    private final JdbcClient jdbc;

    PlacedRoomRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<PlacedRoom> in(int hotelId, LocalDate from, LocalDate to) {
        return jdbc.sql(IN)
                .param("hotel", hotelId)
                .param("from", from)
                .param("to", to)
                .query(PlacedRoomRows::room)
                .list();
    }

    @Override
    public List<PlacedRoom> of(int hotelId, Collection<UUID> reservations) {
        return jdbc.sql(OF)
                .param("hotel", hotelId)
                .param("ids", reservations.toArray(UUID[]::new))
                .query(PlacedRoomRows::room)
                .list();
    }

    private static PlacedRoom room(ResultSet row, int number) throws SQLException {
        return new PlacedRoom(
                row.getObject("reservation_id", UUID.class),
                row.getInt("room_no"),
                row.getInt("revision"),
                row.getInt("booked_type_id"),
                row.getInt("assigned_type_id"),
                row.getObject("first_night", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                row.getInt("guests"),
                row.getString("channel"),
                row.getString("plan_code"),
                row.getBoolean("arrived"),
                row.getBoolean("locked"),
                row.getBoolean("vip"),
                row.getInt("rooms_of_booking"));
    }
}
