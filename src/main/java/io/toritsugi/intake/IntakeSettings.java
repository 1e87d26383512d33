package io.toritsugi.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken in at once.
 *
 * @param inFlight the most memory that telegrams on their way through the import take
 * @param chunk how many telegrams of an answer are stored in one commit
 * @param chunkSize how many bytes of them at most
 * @param patience how long a sender of many telegrams waits for the lanes before the rest is left to the table
 * @param longestWait the most that {@code Prefer: wait} may ask for
 * @param deliveriesPerMinute how many deliveries a key may bring in a minute; 0 for no limit
 * @param pendingAfter after this time an unfinished telegram that nobody works on is picked up again
 */
@ConfigurationProperties("toritsugi.intake")
public record IntakeSettings(
        @DefaultValue("64MB") DataSize inFlight,
        @DefaultValue("500") int chunk,
        @DefaultValue("8MB") DataSize chunkSize,
        @DefaultValue("2s") Duration patience,
        @DefaultValue("30s") Duration longestWait,
        @DefaultValue("0") long deliveriesPerMinute,
        @DefaultValue("3s") Duration pendingAfter) {

    public IntakeSettings {
        if (inFlight.toMegabytes() < 4 || chunk < 1 || chunkSize.toKilobytes() < 1 || pendingAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "toritsugi.intake: expected in-flight >= 4MB, chunk >= 1, chunk-size >= 1KB"
                            + " and pending-after >= 0, found " + inFlight + ", " + chunk + ", " + chunkSize + ", "
                            + pendingAfter);
        }
    }
}
