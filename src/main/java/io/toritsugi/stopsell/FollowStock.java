package io.toritsugi.stopsell;

import io.toritsugi.database.SqlFile;
import io.toritsugi.inventory.HotelLock;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Follows the stock: proposes to sell again the nights that we stopped and that have rooms now, and withdraws undecided
 * proposals that stock has overtaken. Looks at the tables, so that nothing is missed, whoever freed the room on whichever node;
 * one node at a time.
 */
@Component("followStock")
class FollowStock {

    /** The key of the advisory lock that lets one node look at a time. */
    private static final int TURN = 7075;

    private static final String HOTELS = SqlFile.text("stopsell/hotels-to-follow");
    private static final String WITHDRAW = SqlFile.text("stopsell/withdraw");
    private static final String AGAIN = SqlFile.text("stopsell/propose-again");
    private static final String REOPEN = SqlFile.text("stopsell/reopen");

    private static final String FORGET_PAST = """
            delete from stopped_night n
                using hotel h
            where h.id = n.hotel_id
              and n.hotel_id = any (:hotels::integer[])
              and n.night < (:now::timestamptz at time zone h.time_zone)::date
            """;

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final ProposalAudit audit;
    private final Clock clock;

    FollowStock(JdbcClient jdbc, HotelLock lock, ProposalAudit audit, Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does what the stock asks for now; answers how many proposals were made. */
    @Transactional
    public int follow() {
        boolean mine = jdbc.sql("select pg_try_advisory_xact_lock(:turn)")
                .param("turn", TURN)
                .query(Boolean.class)
                .single();
        var hotels = mine ? hotels() : List.<Integer>of();
        if (hotels.isEmpty()) {
            return 0;
        }
        lock.hold(hotels);
        var withdrawn = notes(WITHDRAW, hotels);
        audit.withdrawn(withdrawn);
        var again = jdbc.sql(AGAIN)
                .param("withdrawn", withdrawn.stream().map(ProposalNote::id).toArray(Long[]::new))
                .param("now", now())
                .query(ProposalNote.class)
                .list();
        audit.proposed(again);
        jdbc.sql(FORGET_PAST)
                .param("hotels", hotels.toArray(Integer[]::new))
                .param("now", now())
                .update();
        var reopened = notes(REOPEN, hotels);
        audit.proposed(reopened);
        return again.size() + reopened.size();
    }

    private List<Integer> hotels() {
        return jdbc.sql(HOTELS).param("now", now()).query(Integer.class).list();
    }

    private List<ProposalNote> notes(String statement, List<Integer> hotels) {
        return jdbc.sql(statement)
                .param("hotels", hotels.toArray(Integer[]::new))
                .param("now", now())
                .query(ProposalNote.class)
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
