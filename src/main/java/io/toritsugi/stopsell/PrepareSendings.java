package io.toritsugi.stopsell;

import io.toritsugi.database.SqlFile;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts approved proposals into requests: a figure for each night and group of the type, cut as the hotel's policy says, one
 * request after the other.
 */
@Component("prepareSendings")
class PrepareSendings {

    private static final String APPROVED = SqlFile.text("stopsell/approved-unprepared");

    private static final String NOTHING_TO_SEND = """
            update stop_sell_proposal p
            set state      = 'dismissed',
                decided_by = 'rule',
                decided_at = :now,
                decision   = :why
            from room_type t
            where p.id = :id
              and t.id = p.room_type_id
            returning p.id, p.hotel_id, t.code as room_type, lower(p.nights) as from_night, upper(p.nights) as end_night, p.action,
                p.state, p.reason, p.decision
            """;

    private final JdbcClient jdbc;
    private final SendingTable sendings;
    private final ProposalAudit audit;
    private final StopSellSettings settings;
    private final Clock clock;

    PrepareSendings(
            JdbcClient jdbc, SendingTable sendings, ProposalAudit audit, StopSellSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.sendings = sendings;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Prepares what is approved; answers how many proposals. */
    @Transactional
    public int prepare() {
        var approved = jdbc.sql(APPROVED)
                .param("now", OffsetDateTime.now(clock))
                .query((row, number) -> Approved.of(row))
                .list();
        approved.forEach(this::prepare);
        return approved.size();
    }

    private void prepare(Approved proposal) {
        var figures = proposal.figures();
        if (figures.isEmpty()) {
            audit.withdrawn(jdbc.sql(NOTHING_TO_SEND)
                    .param("id", proposal.id())
                    .param("why", (proposal.groups().isEmpty() ? StockWord.NO_GROUP : StockWord.PAST).code())
                    .param("now", OffsetDateTime.now(clock))
                    .query(ProposalNote.class)
                    .list());
            return;
        }
        var now = clock.instant();
        Instant due = now;
        for (var batch : proposal.batches().cut(figures)) {
            sendings.add(new SendingTable.Wanted(proposal.id(), proposal.hotelId(), null, 0, batch, due), now);
            due = due.plus(settings.pause());
        }
    }

    /**
     * An approved proposal.
     *
     * @param from its first night that is not over yet
     * @param end the night after its last
     */
    private record Approved(
            long id,
            int hotelId,
            StopSellAction action,
            LocalDate from,
            LocalDate end,
            List<String> groups,
            Batches batches) {

        static Approved of(ResultSet row) throws SQLException {
            return new Approved(
                    row.getLong("id"),
                    row.getInt("hotel_id"),
                    StopSellAction.of(row.getString("action")),
                    row.getObject("from_night", LocalDate.class),
                    row.getObject("end_night", LocalDate.class),
                    texts(row.getArray("groups")),
                    new Batches(row.getInt("rows_per_batch"), row.getInt("days_per_batch")));
        }

        private static List<String> texts(Array column) throws SQLException {
            return List.of((String[]) column.getArray());
        }

        List<AdjustmentRow> figures() {
            if (!from.isBefore(end)) {
                return List.of();
            }
            return from.datesUntil(end)
                    .flatMap(night -> groups.stream().map(group -> AdjustmentRow.of(group, night, action)))
                    .toList();
        }
    }
}
