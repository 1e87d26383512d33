package io.toritsugi.retry;

import io.toritsugi.access.HotelRef;
import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.RetrySchedule;
import io.toritsugi.mapping.ChangedMapping;
import io.toritsugi.retry.MappingPreview.FailureMappedOtherwise;
import io.toritsugi.retry.MappingPreview.Other;
import io.toritsugi.retry.MappingPreview.ReservationMappedOtherwise;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What the mappings of a hotel, as they are in this transaction, concern: read only, by the rules of the release. */
@Component
class MovedFailures {

    private static final int MOST_OTHERS = 20;

    private static final String RELEASED = SqlFile.text("retry/moved-by-mapping");
    private static final String OF_SAME_BOOKINGS = SqlFile.text("retry/failures-of-same-bookings");
    private static final String FAILURES = SqlFile.text("retry/unmapped-by-mapping");
    private static final String RESERVATIONS = SqlFile.text("retry/reservations-mapped-otherwise");

    private final JdbcClient jdbc;
    private final RetrySchedule schedule;
    private final Clock clock;

    MovedFailures(JdbcClient jdbc, RetrySchedule schedule, Clock clock) {
        this.jdbc = jdbc;
        this.schedule = schedule;
        this.clock = clock;
    }

    /**
     * An open failure.
     *
     * @param total how many there are of its list in all
     */
    record Moved(
            long id,
            long telegramId,
            @Nullable String channel,
            @Nullable String bookingNumber,
            @Nullable LocalDate arrival,
            FailureClass failureClass,
            FailureCode code,
            int total) {}

    /** Those that wait for one of these room codes and would be released, in the order in which they would be tried. */
    List<Moved> released(HotelRef hotel, Set<String> codes, int most) {
        return ofCodes(RELEASED, hotel, codes, most)
                .param("now", OffsetDateTime.now(clock))
                .param("urgentWithin", (double) schedule.urgentWithin().toSeconds())
                .query((row, number) -> moved(row))
                .list();
    }

    /** The open failures of the bookings of these, themselves among them, by telegram. */
    Map<Long, Moved> ofSameBookings(HotelRef hotel, Collection<Moved> failures) {
        return jdbc
                .sql(OF_SAME_BOOKINGS)
                .param("hotel", hotel.id())
                .param("failures", failures.stream().map(Moved::id).toArray(Long[]::new))
                .query((row, number) -> moved(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Moved::telegramId, Function.identity()));
    }

    /** The open failures whose other codes are mapped otherwise now, or no more. */
    Other<FailureMappedOtherwise> failures(HotelRef hotel, Set<String> codes) {
        var total = new int[1];
        var found = ofCodes(FAILURES, hotel, codes, MOST_OTHERS)
                .query((row, number) -> {
                    total[0] = row.getInt("total");
                    return new FailureMappedOtherwise(
                            row.getLong("id"),
                            row.getLong("telegram_id"),
                            row.getString("channel"),
                            row.getString("booking_number"),
                            row.getObject("arrival", LocalDate.class),
                            row.getString("room_code"),
                            row.getString("mapped_to"),
                            row.getString("would_map_to"));
                })
                .list();
        return new Other<>(total[0], found);
    }

    /** The rooms of standing reservations to come that would be mapped otherwise if their OTA sent them again. */
    Other<ReservationMappedOtherwise> reservations(HotelRef hotel, ChangedMapping change) {
        var total = new int[1];
        var today = hotel.today(clock);
        var found = ofCodes(RESERVATIONS, hotel, change.codes(), MOST_OTHERS)
                .param("from", change.first().isBefore(today) ? today : change.first())
                .param("to", change.last())
                .query((row, number) -> {
                    total[0] = row.getInt("total");
                    return new ReservationMappedOtherwise(
                            row.getObject("id", UUID.class),
                            row.getString("channel"),
                            row.getString("booking_number"),
                            row.getObject("check_in", LocalDate.class),
                            row.getString("room_code"),
                            row.getString("mapped_to"),
                            row.getString("would_map_to"));
                })
                .list();
        return new Other<>(total[0], found);
    }

    private StatementSpec ofCodes(String statement, HotelRef hotel, Set<String> codes, int most) {
        return jdbc.sql(statement)
                .param("hotel", hotel.id())
                .param("codes", codes.toArray(String[]::new))
                .param("limit", most);
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(
                row.getLong("id"),
                row.getLong("telegram_id"),
                row.getString("channel"),
                row.getString("booking_number"),
                row.getObject("arrival", LocalDate.class),
                FailureClass.valueOf(row.getString("failure_class")),
                FailureCode.of(row.getString("failure_code")),
                row.getInt("total"));
    }
}
