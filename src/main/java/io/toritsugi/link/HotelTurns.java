package io.toritsugi.link;

import io.toritsugi.database.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives out turns: whoever polls or confirms for a hotel holds its turn, by a lease with a fencing number in the hotel's row.
 * Polling and confirming never run side by side for one hotel: bookings that TL-Lincoln adds to an output while we fetch it
 * would be confirmed with it before they are stored. Safe for many threads and nodes.
 */
@Component("hotelTurns")
public class HotelTurns {

    private static final Logger LOG = LoggerFactory.getLogger(HotelTurns.class);

    private static final String CLAIM_POLLS = SqlFile.text("link/claim-polls");
    private static final String CLAIM_ONE = SqlFile.text("link/claim-turn");

    private static final String KEEP = """
            update hotel_connection
            set lease_until = :leaseUntil
            where hotel_id = :hotel
              and fence = :fence
              and leased_by = :worker
            """;

    private static final String END = """
            update hotel_connection
            set leased_by   = null,
                lease_until = null
            where hotel_id = :hotel
              and fence = :fence
              and leased_by = :worker
            """;

    private final JdbcClient jdbc;
    private final LinkSettings settings;
    private final Clock clock;
    private final String worker = UUID.randomUUID().toString();
    private final Set<HotelTurn> held = ConcurrentHashMap.newKeySet();

    HotelTurns(JdbcClient jdbc, LinkSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** The codes of the hotels that are to be polled at all, sorted. */
    public List<String> polledHotels() {
        return jdbc.sql("""
                        select h.code
                        from hotel_connection c
                                 join hotel h on h.id = c.hotel_id
                        where c.poll
                        order by h.code
                        """).query(String.class).list();
    }

    /**
     * Takes the turns of hotels whose poll is due, those that wait longest first.
     *
     * @param hotels the codes of the hotels that this node can poll
     */
    public List<HotelTurn> claimPolls(Collection<String> hotels) {
        int most = settings.talks() - held.size();
        if (most < 1 || hotels.isEmpty()) {
            return List.of();
        }
        var turns = jdbc.sql(CLAIM_POLLS)
                .param("worker", worker)
                .param("leaseUntil", leaseUntil())
                .param("now", now())
                .param("hotels", hotels.toArray(String[]::new))
                .param("limit", most)
                .query((row, number) -> turn(row))
                .list();
        held.addAll(turns);
        return turns;
    }

    /**
     * Takes the turn of one hotel to confirm its outputs; empty when somebody holds it, when nothing may be asked now
     * (maintenance, back-off), or when an answer to a poll is missing.
     */
    public Optional<HotelTurn> claim(int hotelId) {
        if (held.size() >= settings.talks()) {
            return Optional.empty();
        }
        var turn = jdbc.sql(CLAIM_ONE)
                .param("worker", worker)
                .param("leaseUntil", leaseUntil())
                .param("now", now())
                .param("hotel", hotelId)
                .query((row, number) -> turn(row))
                .optional();
        turn.ifPresent(held::add);
        return turn;
    }

    /** Gives the sign of life of every turn that this node holds; to be called several times within a lease. */
    public void keepAll() {
        for (var turn : held) {
            int kept = jdbc.sql(KEEP)
                    .param("leaseUntil", leaseUntil())
                    .param("hotel", turn.hotelId())
                    .param("fence", turn.fence())
                    .param("worker", worker)
                    .update();
            if (kept == 0 && held.contains(turn)) {
                LOG.warn("The turn of hotel {} was lost to another node", turn.hotel());
            }
        }
    }

    /** Ends a turn; one that was lost is passed over. */
    public void end(HotelTurn turn) {
        held.remove(turn);
        jdbc.sql(END)
                .param("hotel", turn.hotelId())
                .param("fence", turn.fence())
                .param("worker", worker)
                .update();
    }

    /** Takes note that somebody else ends a turn of this node. */
    void ended(HotelTurn turn) {
        held.remove(turn);
    }

    private OffsetDateTime leaseUntil() {
        return OffsetDateTime.ofInstant(clock.instant().plus(settings.lease()), ZoneOffset.UTC);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    private HotelTurn turn(ResultSet row) throws SQLException {
        return new HotelTurn(
                row.getInt("hotel_id"),
                row.getString("hotel"),
                row.getLong("fence"),
                clock.instant(),
                moment(row.getObject("unsettled_since", OffsetDateTime.class)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime stored) {
        return stored == null ? null : stored.toInstant();
    }
}
