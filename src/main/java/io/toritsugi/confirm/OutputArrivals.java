package io.toritsugi.confirm;

import io.toritsugi.database.SqlFile;
import io.toritsugi.intake.OutputReceived;
import io.toritsugi.intake.PolledOutputs;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the outputs that came, in the commit that stores their last telegrams. The same outputId is the same output, however
 * often it comes; one that comes again after its confirmation was not confirmed, and is due again. Under another id it is an
 * output of its own, whose telegrams are repetitions.
 */
@Component
class OutputArrivals implements PolledOutputs {

    private static final String ARRIVED = SqlFile.text("confirm/output-arrived");
    private static final String KNOWN_BYTES = SqlFile.text("confirm/known-bytes");

    private final JdbcClient jdbc;
    private final Clock clock;

    OutputArrivals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void keep(OutputReceived output) {
        long ref = arrived(output.hotelId(), output.outputId(), output.receivedAt(), output.askedAt());
        jdbc.sql("insert into output_delivery (output_ref, delivery_id) values (:ref, :delivery)")
                .param("ref", ref)
                .param("delivery", output.delivery())
                .update();
    }

    @Override
    @Transactional
    public boolean cameAgain(int hotelId, String outputId, byte[] sha256, Instant askedAt) {
        boolean known = jdbc.sql(KNOWN_BYTES)
                .param("hotel", hotelId)
                .param("outputId", outputId)
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
        if (known) {
            arrived(hotelId, outputId, clock.instant(), askedAt);
        }
        return known;
    }

    private long arrived(int hotelId, String outputId, Instant receivedAt, Instant askedAt) {
        return jdbc.sql(ARRIVED)
                .param("hotel", hotelId)
                .param("outputId", outputId)
                .param("receivedAt", OffsetDateTime.ofInstant(receivedAt, ZoneOffset.UTC))
                .param("askedAt", OffsetDateTime.ofInstant(askedAt, ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }
}
