package io.toritsugi.intake.sftp;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Files in figures, by {@code sender}: {@code toritsugi.sftp.files} counts them by {@code result} ({@code done},
 * {@code rejected}); {@code toritsugi.sftp.waiting} is how many wait in the inbox, {@code toritsugi.sftp.waiting.age} how
 * many seconds the oldest of them. Of this node; zero where another one does the work. Thread-safe.
 */
@Component
class SftpMetrics {

    private static final String SENDER = "sender";

    private final MeterRegistry meters;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();

    SftpMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    /** A file has come to its end. */
    void settled(Sender sender, boolean done) {
        meters.counter("toritsugi.sftp.files", SENDER, sender.name(), "result", done ? "done" : "rejected")
                .increment();
    }

    /** So many files wait, the oldest for so long. */
    void waiting(Sender sender, int files, long longestMillis) {
        if (waiting.put(sender.name(), new Waiting(files, longestMillis)) == null) {
            Gauge.builder("toritsugi.sftp.waiting", () -> of(sender).files())
                    .tag(SENDER, sender.name())
                    .register(meters);
            Gauge.builder("toritsugi.sftp.waiting.age", () -> of(sender).longestMillis() / 1000.0)
                    .tag(SENDER, sender.name())
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    private Waiting of(Sender sender) {
        return waiting.getOrDefault(sender.name(), Waiting.NOTHING);
    }

    private record Waiting(int files, long longestMillis) {
        static final Waiting NOTHING = new Waiting(0, 0);
    }
}
