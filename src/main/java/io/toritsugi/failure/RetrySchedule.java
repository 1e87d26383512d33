package io.toritsugi.failure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a failure is tried again by itself (R4.1), for hotels that do not want it otherwise ({@link RetryPolicies}), and how a
 * retry is held by who works on it.
 *
 * @param base the wait before the first retry
 * @param cap the longest wait
 * @param attempts how many attempts there are in all before a person is called
 * @param jitter the share by which a wait is made longer or shorter, so that failures do not come back in step
 * @param urgentWithin arrivals nearer than this go first
 * @param lease how long a claim holds without being renewed; so soon are the retries of a crashed worker free again
 */
@ConfigurationProperties("toritsugi.retry")
public record RetrySchedule(
        @DefaultValue("1m") Duration base,
        @DefaultValue("60m") Duration cap,
        @DefaultValue("8") int attempts,
        @DefaultValue("0.1") double jitter,
        @DefaultValue("48h") Duration urgentWithin,
        @DefaultValue("15s") Duration lease) {

    public RetrySchedule {
        if (jitter < 0 || jitter >= 1 || lease.toSeconds() < 1) {
            throw new IllegalArgumentException(
                    "toritsugi.retry: expected 0 <= jitter < 1 and lease >= 1s, found jitter=" + jitter + " lease="
                            + lease);
        }
        new RetryPolicy(base, cap, attempts);
    }

    /** What holds for a hotel that says nothing else. */
    public RetryPolicy policy() {
        return new RetryPolicy(base, cap, attempts);
    }
}
