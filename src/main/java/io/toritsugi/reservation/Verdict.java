package io.toritsugi.reservation;

import io.toritsugi.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * What the fold decides about one telegram.
 *
 * @param failure why it is refused; null unless the outcome is {@code REJECTED}
 * @param cache what happens to its place in the failure cache
 */
record Verdict(Outcome outcome, @Nullable Failure failure, CacheEffect cache) {

    static Verdict applied(Outcome outcome) {
        return new Verdict(outcome, null, CacheEffect.HEALED);
    }

    static Verdict waiting(Failure failure) {
        return new Verdict(Outcome.REJECTED, failure, CacheEffect.OPEN);
    }

    static Verdict closed(Failure failure) {
        return new Verdict(Outcome.REJECTED, failure, CacheEffect.SUPERSEDED);
    }
}
