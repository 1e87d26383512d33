package io.toritsugi.intake;

import io.toritsugi.database.Columns;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.reservation.BookingKey;
import io.toritsugi.reservation.BookingTelegrams;
import io.toritsugi.reservation.Reading;
import io.toritsugi.reservation.StoredTelegram;
import io.toritsugi.reservation.StoredTelegram.Standing;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The telegram table, as the lanes ask for it. */
@Component
class TelegramTable implements BookingTelegrams {

    private static final String OF_BOOKINGS = """
            select t.id, t.hotel_id, t.kind, t.channel, t.channel_key, t.data_id, t.booking_number, t.sent_at,
                   t.received_at, t.outcome, t.failure_code, f.state as failure_state
            from unnest(?::integer[], ?::text[], ?::text[]) as wanted (hotel_id, channel_key, booking_number)
                     join telegram t
                          on t.hotel_id = wanted.hotel_id
                              and t.channel_key = wanted.channel_key
                              and t.booking_number = wanted.booking_number
                              and t.original_id is null
                     left join import_failure f on f.telegram_id = t.id and t.outcome = 'rejected'
            where t.kind is not null
              and t.data_id is not null
              and t.sent_at is not null
            """;

    private static final String OF_IDS = """
            select t.id, t.hotel_id, t.kind, t.channel, t.channel_key, t.data_id, t.booking_number, t.sent_at,
                   t.received_at, t.outcome, t.failure_code, f.state as failure_state
            from unnest(?::bigint[]) as wanted (id)
                     join telegram t on t.id = wanted.id and t.original_id is null
                     left join import_failure f on f.telegram_id = t.id and t.outcome = 'rejected'
            """;

    private final JdbcTemplate jdbc;
    private final RawTelegrams raw;
    private final ReadTelegramContent content;

    TelegramTable(JdbcTemplate jdbc, RawTelegrams raw, ReadTelegramContent content) {
        this.jdbc = jdbc;
        this.raw = raw;
        this.content = content;
    }

    @Override
    public Map<BookingKey, List<StoredTelegram>> ofBookings(Collection<BookingKey> bookings) {
        var found = new ArrayList<StoredTelegram>();
        jdbc.query(
                OF_BOOKINGS,
                (PreparedStatement statement) -> Columns.of(bookings)
                        .column("int4", BookingKey::hotelId)
                        .column("text", BookingKey::channelKey)
                        .column("text", BookingKey::bookingNumber)
                        .bind(statement, 1),
                row -> {
                    found.add(stored(row));
                });
        return found.stream()
                .collect(Collectors.groupingBy(telegram -> telegram.head().booking()));
    }

    @Override
    public Map<Long, StoredTelegram> ofIds(Collection<Long> telegramIds) {
        var found = new HashMap<Long, StoredTelegram>();
        jdbc.query(
                OF_IDS,
                (PreparedStatement statement) ->
                        Columns.of(telegramIds).column("int8", id -> id).bind(statement, 1),
                row -> {
                    var telegram = stored(row);
                    found.put(telegram.head().id(), telegram);
                });
        return found;
    }

    @Override
    public Map<Long, Reading> read(Collection<Long> telegramIds) {
        return raw.load(telegramIds).stream().collect(Collectors.toMap(RawTelegram::id, content::read));
    }

    private static StoredTelegram stored(ResultSet row) throws SQLException {
        var code = row.getString("failure_code");
        return new StoredTelegram(
                TelegramRows.head(row),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                standing(row.getString("outcome"), row.getString("failure_state")),
                code == null ? null : FailureCode.of(code));
    }

    private static Standing standing(@Nullable String outcome, @Nullable String failureState) {
        if (outcome == null) {
            return Standing.PENDING;
        }
        if (!outcome.equals("rejected")) {
            return Standing.APPLIED;
        }
        boolean open = failureState != null && !failureState.equals("resolved") && !failureState.equals("dismissed");
        return open ? Standing.WAITING : Standing.CLOSED;
    }
}
