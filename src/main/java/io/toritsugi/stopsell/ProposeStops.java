package io.toritsugi.stopsell;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.reservation.BatchSettled;
import io.toritsugi.reservation.CacheEffect;
import io.toritsugi.reservation.SettledTelegram;
import io.toritsugi.reservation.WaitsFor;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Proposes to stop the sale where a booking found no room: exactly the types and nights that were short, in the commit that
 * decides the booking. Nights that are stopped or proposed already are joined; also that nothing is to be done is written down
 * (domain notes §9, "silent skip"). Where nothing lacks rooms it asks the database nothing.
 */
@Component
class ProposeStops {

    private static final String PROPOSE = SqlFile.text("stopsell/propose");

    private final JdbcClient jdbc;
    private final ProposalAudit audit;
    private final Clock clock;

    ProposeStops(JdbcClient jdbc, ProposalAudit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @EventListener
    void propose(BatchSettled batch) {
        var lacking =
                batch.telegrams().stream().flatMap(ProposeStops::lackingNights).toList();
        if (lacking.isEmpty()) {
            return;
        }
        audit.proposed(jdbc.sql(PROPOSE)
                .param("hotels", column(lacking, LackingNight::hotelId, Integer[]::new))
                .param("telegrams", column(lacking, LackingNight::telegramId, Long[]::new))
                .param("types", column(lacking, night -> night.night().type(), Integer[]::new))
                .param("nights", column(lacking, night -> night.night().night().toString(), String[]::new))
                .param("now", OffsetDateTime.now(clock))
                .query(ProposalNote.class)
                .list());
    }

    private static Stream<LackingNight> lackingNights(SettledTelegram telegram) {
        var failure = telegram.failure();
        var waitsFor = telegram.waitsFor();
        if (failure == null
                || waitsFor == null
                || failure.failureClass() != FailureClass.NO_AVAILABILITY
                || telegram.cache() != CacheEffect.OPEN) {
            return Stream.empty();
        }
        return waitsFor.nights().stream()
                .map(night -> new LackingNight(
                        telegram.head().hotelId(), telegram.head().id(), night));
    }

    private static <T> T[] column(List<LackingNight> rows, Function<LackingNight, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private record LackingNight(int hotelId, long telegramId, WaitsFor.Night night) {}
}
