package io.toritsugi.stopsell;

import io.toritsugi.database.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out requests about stock: one at a time for a hotel, over all nodes, by a lease with a fencing number. Not the hotel's
 * turn ({@code HotelTurns}): that keeps outputs from growing while they are confirmed, which stock has no part in, and a stop
 * must not wait for a long poll.
 */
@Component
class SendingClaims {

    /** The first key of the advisory lock that lets one claim of a hotel be made at a time; the second is the hotel's id. */
    private static final int CLAIMING = 7076;

    private static final String HOTELS = SqlFile.text("stopsell/hotels-with-due");
    private static final String CLAIM = SqlFile.text("stopsell/claim-due");

    private final JdbcClient jdbc;
    private final SendingTable sendings;
    private final RoomsToSell rooms;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();

    SendingClaims(JdbcClient jdbc, SendingTable sendings, RoomsToSell rooms, Clock clock) {
        this.jdbc = jdbc;
        this.sendings = sendings;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** The hotels with something to send or to ask for now. */
    List<Integer> hotels() {
        return jdbc.sql(HOTELS).param("now", now()).query(Integer.class).list();
    }

    /**
     * Takes a hotel's next request, with the rooms as they are now; empty when there is none, when another one of the hotel is
     * under way, or when nothing may be asked now. From the commit on it is in doubt, until its result is written.
     */
    @Transactional
    public Optional<ClaimedSending> claim(int hotelId) {
        // A statement of its own: what another worker has claimed must be in the snapshot of the next one.
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(:claiming, :hotel)")
                .param("claiming", CLAIMING)
                .param("hotel", hotelId)
                .query(Boolean.class)
                .single();
        return mine ? next(hotelId).map(this::withRooms) : Optional.empty();
    }

    private Optional<ClaimedSending> next(int hotelId) {
        return jdbc.sql(CLAIM)
                .param("worker", worker)
                .param("now", now())
                .param("hotel", hotelId)
                .query((row, number) -> claimed(row))
                .optional();
    }

    private ClaimedSending withRooms(ClaimedSending claimed) {
        if (claimed.inDoubt()) {
            return claimed; // as it was sent
        }
        var sent = claimed.with(
                switch (claimed.action()) {
                    case STOP -> claimed.rows().stream().map(row -> row.with(0)).toList();
                    case SELL -> rooms.shared(claimed.roomTypeId(), claimed.rows());
                });
        jdbc.sql("update stop_sell_sending set rows = :rows::jsonb where id = :id")
                .param("rows", sendings.write(sent.rows()))
                .param("id", sent.id())
                .update();
        return sent;
    }

    private ClaimedSending claimed(ResultSet row) throws SQLException {
        return new ClaimedSending(
                row.getLong("id"),
                row.getLong("proposal_id"),
                row.getInt("hotel_id"),
                row.getInt("room_type_id"),
                StopSellAction.of(row.getString("action")),
                row.getString("request_id"),
                row.getBoolean("in_doubt"),
                row.getInt("attempts"),
                row.getLong("fence"),
                sendings.read(row.getString("rows")));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
