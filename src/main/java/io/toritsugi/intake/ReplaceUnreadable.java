package io.toritsugi.intake;

import io.toritsugi.database.Columns;
import io.toritsugi.failure.ClosedFailure;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.failure.FailureReplaced;
import io.toritsugi.failure.ImportCache;
import io.toritsugi.reservation.BatchSettled;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * A telegram that turns out to be damaged behind its keys cannot be what its DataID stands for: when it comes again whole, it
 * is the whole one that counts (domain notes §11: {@code PARSE} is healed by a person, or by sending again). The two change
 * places: the damaged one becomes a repetition of the whole one, its failure is over, and the whole one is imported.
 *
 * <p>Whichever of the two is decided last finds the other: who stores a repetition locks the row of its original, which is the
 * row that deciding the original writes.
 */
@Component
class ReplaceUnreadable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplaceUnreadable.class);

    private static final String LOCK_ORIGINALS = """
            select o.id
            from telegram o
            where o.id in (select r.original_id from telegram r where r.id = any (?::bigint[]))
            order by o.id
            for no key update
            """;

    // Asked by repetitions or by originals. What is as unreadable as another one before it, byte by byte, replaces
    // nothing.
    private static final String FIND = """
            with repetition as (
                select id, original_id, sha256, failure_code
                from telegram
                where id = any (?::bigint[])
                union
                select id, original_id, sha256, failure_code
                from telegram
                where original_id = any (?::bigint[]))
            select distinct on (o.id) o.id as unreadable_id, o.hotel_id, r.id as readable_id
            from repetition r
                     join telegram o on o.id = r.original_id
            where r.failure_code = 'duplicate.other_content'
              and o.original_id is null
              and o.data_id is not null
              and o.outcome = 'rejected'
              and o.failure_class = 'PARSE'
              and not exists (select
                              from telegram earlier
                              where earlier.original_id = o.id
                                and earlier.failure_class = 'PARSE'
                                and earlier.sha256 = r.sha256)
            order by o.id, r.id
            """;

    private static final String POINT_UNREADABLE = """
            update telegram
            set original_id = replaced.readable_id
            from unnest(?::bigint[], ?::bigint[]) as replaced (unreadable_id, readable_id)
            where telegram.id = replaced.unreadable_id
            """;

    private static final String POINT_REPETITIONS = """
            update telegram
            set original_id = replaced.readable_id
            from unnest(?::bigint[], ?::bigint[]) as replaced (unreadable_id, readable_id)
            where telegram.original_id = replaced.unreadable_id
              and telegram.id <> replaced.readable_id
            """;

    private static final String STAND = """
            update telegram
            set original_id   = null,
                outcome       = null,
                failure_class = null,
                failure_code  = null,
                failure_args  = null,
                settled_at    = null
            where id = any (?::bigint[])
            """;

    private final JdbcTemplate jdbc;
    private final ImportCache cache;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReplaceUnreadable(JdbcTemplate jdbc, ImportCache cache, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.cache = cache;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets repetitions take the place of their originals where these are unreadable; in the caller's transaction.
     *
     * @param repetitions just stored, with other content than their originals
     * @return those that are originals now and wait for their import
     */
    Set<Long> byRepetitions(Collection<Long> repetitions) {
        if (repetitions.isEmpty()) {
            return Set.of();
        }
        jdbc.query(LOCK_ORIGINALS, statement -> bind(statement, 1, repetitions), row -> {});
        return replace(find(repetitions, Set.of()));
    }

    /** The repetition came first, while nobody knew yet that the original cannot be read. It is fed like all unfinished. */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void afterDeciding(BatchSettled batch) {
        var unreadable = batch.telegrams().stream()
                .filter(telegram -> telegram.head().dataId() != null)
                .filter(telegram ->
                        telegram.failure() != null && telegram.failure().code().failureClass() == FailureClass.PARSE)
                .map(telegram -> telegram.head().id())
                .toList();
        if (!unreadable.isEmpty()) {
            replace(find(Set.of(), unreadable));
        }
    }

    private Set<Long> replace(List<Replaced> replaced) {
        if (replaced.isEmpty()) {
            return Set.of();
        }
        jdbc.update(POINT_UNREADABLE, statement -> bindPairs(statement, replaced));
        jdbc.update(POINT_REPETITIONS, statement -> bindPairs(statement, replaced));
        var readable = replaced.stream().map(Replaced::readableId).collect(Collectors.toSet());
        jdbc.update(STAND, statement -> bind(statement, 1, readable));
        var now = clock.instant();
        cache.close(replaced.stream()
                .map(pair -> new ClosedFailure(pair.unreadableId(), "superseded", now))
                .toList());
        for (var pair : replaced) {
            LOG.info("Telegram {} takes the place of the unreadable {}", pair.readableId(), pair.unreadableId());
            events.publishEvent(new FailureReplaced(pair.unreadableId(), pair.hotelId(), now));
        }
        return readable;
    }

    private List<Replaced> find(Collection<Long> repetitions, Collection<Long> originals) {
        return jdbc.query(
                FIND,
                statement -> {
                    bind(statement, 1, repetitions);
                    bind(statement, 2, originals);
                },
                (row, number) ->
                        new Replaced(row.getLong("unreadable_id"), row.getInt("hotel_id"), row.getLong("readable_id")));
    }

    private static void bind(PreparedStatement statement, int index, Collection<Long> ids) throws SQLException {
        Columns.of(ids).column("int8", id -> id).bind(statement, index);
    }

    private static void bindPairs(PreparedStatement statement, List<Replaced> replaced) throws SQLException {
        Columns.of(replaced)
                .column("int8", Replaced::unreadableId)
                .column("int8", Replaced::readableId)
                .bind(statement, 1);
    }

    private record Replaced(long unreadableId, int hotelId, long readableId) {}
}
