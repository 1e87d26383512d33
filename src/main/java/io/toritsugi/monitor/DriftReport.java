package io.toritsugi.monitor;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.toritsugi.inventory.AvailabilityDrifted;
import io.toritsugi.inventory.AvailabilityDrifted.Kept;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Says in the log which numbers have drifted, and counts them: {@code toritsugi.inventory.drift}, by where they are {@code kept}
 * ({@code memory}, {@code table}). A number that stays wrong is counted at each comparison.
 */
@Component
class DriftReport {

    private static final Logger LOG = LoggerFactory.getLogger(DriftReport.class);
    private static final int SHOWN = 20;

    private final Map<Kept, Counter> drifted = new EnumMap<>(Kept.class);

    DriftReport(MeterRegistry meters) {
        for (var kept : Kept.values()) {
            drifted.put(
                    kept,
                    meters.counter(
                            "toritsugi.inventory.drift", "kept", kept.name().toLowerCase(Locale.ROOT)));
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void say(AvailabilityDrifted drift) {
        var code = drift.kept().code();
        drifted.get(drift.kept()).increment(drift.found().size());
        LOG.atWarn()
                .addKeyValue("hotel", drift.hotelId())
                .addKeyValue("code", code)
                .log(
                        "Drift in hotel {} ({}): {} numbers, beginning with {}",
                        drift.hotelId(),
                        code,
                        drift.found().size(),
                        drift.found().stream().limit(SHOWN).toList());
    }
}
