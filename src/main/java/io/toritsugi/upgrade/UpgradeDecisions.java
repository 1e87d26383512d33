package io.toritsugi.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.database.Columns;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Keeps what was decided, by whom, on what evidence. Append-only. A telegram that is tried again and again without a room is
 * decided anew each time: what is the same as the last decision for the same stay of the same telegram is not kept twice.
 */
@Component
public class UpgradeDecisions {

    // Index: upgrade_decision_of_telegram.
    private static final String RECORD = """
            insert into upgrade_decision (decided_at, hotel_id, telegram_id, reservation_id, requested_type_id, chosen_type_id,
                                          check_in, check_out, guests, rooms, hierarchy_version, decided_by, evidence)
            select ?::timestamptz, hotel_id, telegram_id, reservation_id, requested_type_id, chosen_type_id,
                   check_in, check_out, guests, rooms, hierarchy_version, decided_by, evidence::jsonb
            from unnest(?::integer[], ?::bigint[], ?::uuid[], ?::integer[], ?::integer[], ?::date[], ?::date[],
                        ?::integer[], ?::integer[], ?::bigint[], ?::text[], ?::text[])
                     as decided (hotel_id, telegram_id, reservation_id, requested_type_id, chosen_type_id, check_in, check_out,
                                 guests, rooms, hierarchy_version, decided_by, evidence)
            where not exists (select
                              from (select l.*
                                    from upgrade_decision l
                                    where l.telegram_id = decided.telegram_id
                                      and l.requested_type_id = decided.requested_type_id
                                      and l.check_in = decided.check_in
                                      and l.check_out = decided.check_out
                                    order by l.id desc
                                    limit 1) last
                              where (last.reservation_id, last.chosen_type_id, last.guests, last.rooms, last.hierarchy_version,
                                     last.decided_by, last.evidence)
                                        is not distinct from
                                    (decided.reservation_id, decided.chosen_type_id, decided.guests, decided.rooms,
                                     decided.hierarchy_version, decided.decided_by, decided.evidence::jsonb))
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    UpgradeDecisions(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** Records decisions of this moment that are new, all in one statement, in the transaction of what they led to. */
    public void record(Collection<UpgradeDecision> decisions) {
        if (decisions.isEmpty()) {
            return;
        }
        jdbc.update(RECORD, (PreparedStatement statement) -> {
            statement.setObject(1, OffsetDateTime.now(clock));
            columns(decisions).bind(statement, 2);
        });
    }

    private Columns<UpgradeDecision> columns(Collection<UpgradeDecision> decisions) {
        return Columns.<UpgradeDecision>of(decisions)
                .column("int4", decision -> decision.request().hotelId())
                .column("int8", UpgradeDecision::telegramId)
                .column("uuid", UpgradeDecision::reservationId)
                .column("int4", decision -> decision.request().requested().id())
                .column(
                        "int4",
                        decision -> decision.chosen() == null
                                ? null
                                : decision.chosen().id())
                .column("date", decision -> decision.request().checkIn())
                .column("date", decision -> decision.request().checkOut())
                .column("int4", decision -> decision.request().guests())
                .column("int4", decision -> decision.request().rooms())
                .column("int8", decision -> decision.evidence().hierarchyVersion())
                .column("text", UpgradeDecision::decidedBy)
                .column("text", decision -> written(decision.evidence()));
    }

    private String written(UpgradeSuggestion evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("A suggestion cannot be written as JSON", unwritable);
        }
    }
}
