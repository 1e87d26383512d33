package io.toritsugi.intake;

import io.github.bucket4j.Bucket;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many deliveries a key may bring in a minute, on this node; no limit unless one is set. */
@Component
class RateLimits {

    private final long perMinute;
    private final Map<Long, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimits(IntakeSettings settings) {
        this.perMinute = settings.deliveriesPerMinute();
    }

    /**
     * Counts a delivery.
     *
     * @param apiKeyId the key it comes with; null for a caller without a key, who is not limited
     * @throws ProblemException 429 with Retry-After when the key has used up its minute
     */
    void count(@Nullable Long apiKeyId) {
        if (perMinute == 0 || apiKeyId == null) {
            return;
        }
        var taken = buckets.computeIfAbsent(apiKeyId, key -> bucket()).tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) {
            long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(taken.getNanosToWaitForRefill());
            throw new ProblemException(
                    ProblemCode.INTAKE_RATE_LIMITED,
                    Map.of("limit", Long.toString(perMinute), "seconds", Long.toString(seconds)),
                    Map.of("retryAfter", seconds));
        }
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
