package io.toritsugi.intake;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.reservation.BookingKey;
import io.toritsugi.reservation.BookingTelegrams;
import io.toritsugi.reservation.Reading;
import io.toritsugi.reservation.StoredTelegram;
import io.toritsugi.reservation.StoredTelegram.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The telegram table, as the lanes ask for it. */
@Component
class TelegramTable implements BookingTelegrams {

    private static final String OF_BOOKINGS = SqlFile.text("intake/telegrams-of-bookings");
    private static final String BY_ID = SqlFile.text("intake/telegrams-by-id");

    private final JdbcClient jdbc;
    private final RawTelegrams raw;
    private final ReadTelegramContent content;

    TelegramTable(JdbcClient jdbc, RawTelegrams raw, ReadTelegramContent content) {
        this.jdbc = jdbc;
        this.raw = raw;
        this.content = content;
    }

    @Override
    public Map<BookingKey, List<StoredTelegram>> ofBookings(Collection<BookingKey> bookings) {
        return jdbc
                .sql(OF_BOOKINGS)
                .param("hotels", array(bookings, BookingKey::hotelId, Integer[]::new))
                .param("channelKeys", array(bookings, BookingKey::channelKey, String[]::new))
                .param("bookingNumbers", array(bookings, BookingKey::bookingNumber, String[]::new))
                .query((row, number) -> stored(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(telegram -> telegram.head().booking()));
    }

    @Override
    public Map<Long, StoredTelegram> ofIds(Collection<Long> telegramIds) {
        return jdbc
                .sql(BY_ID)
                .param("telegrams", telegramIds.toArray(Long[]::new))
                .query((row, number) -> stored(row))
                .list()
                .stream()
                .collect(Collectors.toMap(telegram -> telegram.head().id(), Function.identity()));
    }

    private static <T> T[] array(
            Collection<BookingKey> bookings, Function<BookingKey, T> part, IntFunction<T[]> generator) {
        return bookings.stream().map(part).toArray(generator);
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
