package io.toritsugi.monitor;

import io.toritsugi.database.Columns;
import io.toritsugi.intake.TelegramsRepeated;
import io.toritsugi.intake.TelegramsRepeated.Repetition;
import io.toritsugi.reservation.BatchSettled;
import io.toritsugi.reservation.SettledTelegram;
import java.sql.PreparedStatement;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Logs every attempt in the commit that it ended in (R6.1). */
@Component
class AttemptLog {

    private static final String RECORD = """
            insert into attempt (attempted_at, hotel_id, telegram_id, channel, booking_number, trigger, outcome,
                                 failure_class, failure_code, duration_us)
            select attempted_at, hotel_id, telegram_id, channel, booking_number, trigger, outcome,
                   failure_class, failure_code, duration_us
            from unnest(?::timestamptz[], ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                        ?::text[], ?::text[], ?::bigint[])
                     as made (attempted_at, hotel_id, telegram_id, channel, booking_number, trigger, outcome,
                              failure_class, failure_code, duration_us)
            """;

    private static final String RECORD_REPETITIONS = """
            insert into attempt (attempted_at, hotel_id, telegram_id, channel, booking_number, trigger, outcome,
                                 failure_class, failure_code, duration_us)
            select attempted_at, hotel_id, telegram_id, channel, booking_number, 'initial', 'rejected',
                   'DUPLICATE', failure_code, 0
            from unnest(?::timestamptz[], ?::integer[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                     as made (attempted_at, hotel_id, telegram_id, channel, booking_number, failure_code)
            """;

    private final JdbcTemplate jdbc;

    AttemptLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void record(BatchSettled batch) {
        var attempts = batch.telegrams().stream()
                .filter(telegram -> telegram.trigger() != null)
                .toList();
        if (attempts.isEmpty()) {
            return;
        }
        jdbc.update(
                RECORD,
                (PreparedStatement statement) -> Columns.of(attempts)
                        .column("timestamptz", SettledTelegram::settledAt)
                        .column("int4", telegram -> telegram.head().hotelId())
                        .column("int8", telegram -> telegram.head().id())
                        .column("text", telegram -> telegram.head().channel())
                        .column("text", telegram -> telegram.head().bookingNumber())
                        .column("text", telegram -> telegram.trigger().spelling())
                        .column("text", telegram -> telegram.outcome().spelling())
                        .column("text", SettledTelegram::failureClass)
                        .column("text", SettledTelegram::failureCode)
                        .column("int8", SettledTelegram::duration)
                        .bind(statement, 1));
    }

    /** A repetition is refused when it is stored: that is its one attempt. */
    @EventListener
    void record(TelegramsRepeated repeated) {
        jdbc.update(
                RECORD_REPETITIONS,
                (PreparedStatement statement) -> Columns.of(repeated.repetitions())
                        .column("timestamptz", Repetition::receivedAt)
                        .column("int4", Repetition::hotelId)
                        .column("int8", Repetition::telegramId)
                        .column("text", Repetition::channel)
                        .column("text", Repetition::bookingNumber)
                        .column("text", Repetition::code)
                        .bind(statement, 1));
    }
}
