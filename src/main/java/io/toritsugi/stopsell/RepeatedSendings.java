package io.toritsugi.stopsell;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes up again the requests of a proposal that were left to a person: what is in doubt is asked for, what was refused is sent
 * under an id of its own. Runs in the caller's transaction, under the hotel's lock.
 */
@Component
class RepeatedSendings {

    private static final String ASK_AGAIN = """
            update stop_sell_sending
            set exhausted_at = null,
                attempts     = 0,
                due_at       = :now
            where proposal_id = :proposal
              and exhausted_at is not null
              and state in ('due', 'unknown')
            """;

    private static final String TAKE_REFUSED = """
            update stop_sell_sending
            set exhausted_at = null
            where proposal_id = :proposal
              and exhausted_at is not null
            returning id, hotel_id, rows::text as rows
            """;

    private final JdbcClient jdbc;
    private final SendingTable sendings;
    private final Clock clock;

    RepeatedSendings(JdbcClient jdbc, SendingTable sendings, Clock clock) {
        this.jdbc = jdbc;
        this.sendings = sendings;
        this.clock = clock;
    }

    void again(long proposal) {
        var now = clock.instant();
        jdbc.sql(ASK_AGAIN)
                .param("proposal", proposal)
                .param("now", SendingTable.at(now))
                .update();
        var refused = jdbc.sql(TAKE_REFUSED)
                .param("proposal", proposal)
                .query(Refused.class)
                .list();
        for (var sending : refused) {
            var rows = sendings.read(sending.rows()).stream()
                    .filter(AdjustmentRow::refused)
                    .map(AdjustmentRow::anew)
                    .toList();
            sendings.add(new SendingTable.Wanted(proposal, sending.hotelId(), sending.id(), 0, rows, now), now);
        }
    }

    private record Refused(long id, int hotelId, String rows) {}
}
