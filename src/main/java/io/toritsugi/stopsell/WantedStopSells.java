package io.toritsugi.stopsell;

import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person wants stopped or sold, checked and kept. Runs in the caller's transaction, under the hotel's lock. */
@Component
class WantedStopSells {

    private static final String INSERT = """
            insert into stop_sell_proposal (hotel_id, room_type_id, nights, action, state, reason, reopens, proposed_by, proposed_at,
                                            decided_by, decided_at, decision)
            values (:hotel, :type, daterange(:from, :to), :action, 'approved', 'by_hand', :reopens, :who, :now, :who, :now, :reason)
            returning id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WantedStopSells(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A stop-sell that a person wants.
     *
     * @param to the night after the last
     * @param reopens whether a stop is lifted by itself, or proposed to be, when rooms are free
     * @param reason his words; empty where he gave none
     */
    record Wanted(
            String roomType, LocalDate from, LocalDate to, StopSellAction action, boolean reopens, String reason) {}

    /** Keeps it, approved; answers its number. */
    long insert(HotelRef hotel, Wanted asked, String who) {
        requireLinked(hotel);
        int type = roomType(hotel, asked.roomType());
        requireGroup(type, asked.roomType());
        refuseOverlap(type, asked.roomType(), asked.from(), asked.to());
        return jdbc.sql(INSERT)
                .param("hotel", hotel.id())
                .param("type", type)
                .param("from", asked.from())
                .param("to", asked.to())
                .param("action", asked.action().spelling())
                .param("reopens", asked.reopens())
                .param("who", who)
                .param("now", SendingTable.at(clock.instant()))
                .param("reason", asked.reason().isEmpty() ? null : asked.reason())
                .query(Long.class)
                .single();
    }

    /** @throws ProblemException {@code connection.unknown} when nothing can be sent for the hotel */
    void requireLinked(HotelRef hotel) {
        boolean linked = jdbc.sql(
                        "select exists (select from hotel_connection where hotel_id = :hotel and credentials is not null)")
                .param("hotel", hotel.id())
                .query(Boolean.class)
                .single();
        if (!linked) {
            throw new ProblemException(ProblemCode.CONNECTION_UNKNOWN);
        }
    }

    /**
     * The constraint stop_sell_proposal_overlap is the truth; this look beforehand, under the lock, can name what is in the way.
     *
     * @throws ProblemException {@code stop_sell.overlap}
     */
    void refuseOverlap(int roomTypeId, String roomType, LocalDate from, LocalDate end) {
        jdbc.sql("""
                        select id, lower(nights) || ' – ' || (upper(nights) - 1) as nights
                        from stop_sell_proposal
                        where room_type_id = :type
                          and nights && daterange(:from, :end)
                          and state in ('proposed', 'approved')
                        order by id
                        limit 1
                        """)
                .param("type", roomTypeId)
                .param("from", from)
                .param("end", end)
                .query(InTheWay.class)
                .optional()
                .ifPresent(other -> {
                    throw new ProblemException(
                            ProblemCode.STOP_SELL_OVERLAP,
                            Map.of("id", Long.toString(other.id()), "roomType", roomType, "nights", other.nights()),
                            Map.of("conflict", other.id()));
                });
    }

    private int roomType(HotelRef hotel, String code) {
        return jdbc.sql("select id from room_type where hotel_id = :hotel and code = :code")
                .param("hotel", hotel.id())
                .param("code", code)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", code)));
    }

    private void requireGroup(int roomTypeId, String roomType) {
        boolean known = jdbc.sql("select exists (select from room_type_group where room_type_id = :type)")
                .param("type", roomTypeId)
                .query(Boolean.class)
                .single();
        if (!known) {
            throw new ProblemException(ProblemCode.STOP_SELL_NO_GROUP, Map.of("roomType", roomType));
        }
    }

    private record InTheWay(long id, String nights) {}
}
