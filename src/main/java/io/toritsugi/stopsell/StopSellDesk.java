package io.toritsugi.stopsell;

import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about stop-sells: under the hotel's lock, with the decision on record in the same transaction. */
@Component
class StopSellDesk {

    private static final String DECIDE = """
            update stop_sell_proposal
            set state      = :state,
                decided_by = :who,
                decided_at = :now,
                decision   = :decision
            where id = :id
            """;

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final WantedStopSells wanted;
    private final RepeatedSendings repeated;
    private final StoppedNights nights;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StopSellDesk(
            JdbcClient jdbc,
            HotelLock lock,
            WantedStopSells wanted,
            RepeatedSendings repeated,
            StoppedNights nights,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.wanted = wanted;
        this.repeated = repeated;
        this.nights = nights;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Has a proposal sent.
     *
     * @throws ProblemException {@code stop_sell.decided}, {@code connection.unknown} when the hotel is not linked
     */
    @Transactional
    public void approve(HotelRef hotel, long id) {
        var proposal = held(hotel, id);
        require(proposal.state().equals("proposed"), ProblemCode.STOP_SELL_DECIDED, proposal);
        wanted.requireLinked(hotel);
        decide(hotel, proposal, "approved", null);
    }

    /**
     * Gives a proposal up, one that waits or one that could not be sent. Nights that shall not be sold again stay closed until
     * a person opens them.
     *
     * @throws ProblemException {@code stop_sell.decided}
     */
    @Transactional
    public void dismiss(HotelRef hotel, long id, String reason) {
        var proposal = held(hotel, id);
        boolean failed = proposal.state().equals("failed");
        require(failed || proposal.state().equals("proposed"), ProblemCode.STOP_SELL_DECIDED, proposal);
        decide(hotel, proposal, "dismissed", reason);
        if (proposal.action().equals(StopSellAction.SELL.spelling())) {
            nights.keepClosed(proposal.roomTypeId(), proposal.fromNight(), proposal.endNight());
        }
        if (failed) {
            events.publishEvent(new StopSellSettled(hotel.id(), id, clock.instant()));
        }
    }

    /**
     * Tries again what could not be sent, with all attempts before it.
     *
     * @throws ProblemException {@code stop_sell.not_failed}, {@code stop_sell.overlap}
     */
    @Transactional
    public void retry(HotelRef hotel, long id) {
        var proposal = held(hotel, id);
        require(proposal.state().equals("failed"), ProblemCode.STOP_SELL_NOT_FAILED, proposal);
        wanted.refuseOverlap(proposal.roomTypeId(), proposal.roomType(), proposal.fromNight(), proposal.endNight());
        decide(hotel, proposal, "approved", null);
        repeated.again(id);
    }

    /**
     * A stop-sell that a person wants: decided by that.
     *
     * @return its number
     * @throws ProblemException {@code room_type.not_of_hotel}, {@code stop_sell.no_group}, {@code stop_sell.overlap},
     *     {@code connection.unknown} when the hotel is not linked
     */
    @Transactional
    public long create(HotelRef hotel, WantedStopSells.Wanted asked) {
        lock.hold(hotel.id());
        long id = wanted.insert(hotel, asked, Caller.current().name());
        audit.record("stop_sell.created", hotel.id(), ProposalAudit.subject(id), null, asked);
        return id;
    }

    private void decide(HotelRef hotel, Proposal proposal, String state, @Nullable String decision) {
        jdbc.sql(DECIDE)
                .param("state", state)
                .param("who", Caller.current().name())
                .param("now", SendingTable.at(clock.instant()))
                .param("decision", decision)
                .param("id", proposal.id())
                .update();
        var after = new HashMap<String, @Nullable Object>();
        after.put("state", state);
        after.put("decision", decision);
        audit.record(
                "stop_sell." + state,
                hotel.id(),
                ProposalAudit.subject(proposal.id()),
                Map.of("state", proposal.state()),
                after);
    }

    private Proposal held(HotelRef hotel, long id) {
        lock.hold(hotel.id());
        return jdbc.sql("""
                        select p.id, p.room_type_id, t.code as room_type, p.action, p.state, lower(p.nights) as from_night,
                               upper(p.nights) as end_night
                        from stop_sell_proposal p
                                 join room_type t on t.id = p.room_type_id
                        where p.id = :id and p.hotel_id = :hotel
                        """)
                .param("id", id)
                .param("hotel", hotel.id())
                .query(Proposal.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.STOP_SELL_UNKNOWN));
    }

    private static void require(boolean so, ProblemCode otherwise, Proposal proposal) {
        if (!so) {
            throw new ProblemException(otherwise, Map.of("state", proposal.state()));
        }
    }

    private record Proposal(
            long id,
            int roomTypeId,
            String roomType,
            String action,
            String state,
            LocalDate fromNight,
            LocalDate endNight) {}
}
