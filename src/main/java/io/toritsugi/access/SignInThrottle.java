package io.toritsugi.access;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Guessing passwords is made slow: after ten failures in a row for one name from one address, or a hundred from one address,
 * nothing is tried for a minute. Counted on each node, in bounded memory.
 */
@Component
class SignInThrottle {

    private static final int FOR_A_NAME = 10;
    private static final int FOR_AN_ADDRESS = 100;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST;
        }
    };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * Goes on only when another try is allowed.
     *
     * @throws ProblemException {@code access.too_many_attempts} with the seconds to wait
     */
    synchronized void admit(String username, String address) {
        var now = clock.instant();
        var wait = Math.max(wait(name(username, address), FOR_A_NAME, now), wait(address, FOR_AN_ADDRESS, now));
        if (wait > 0) {
            throw new ProblemException(
                    ProblemCode.TOO_MANY_SIGN_INS, Map.of("seconds", String.valueOf(wait)), Map.of("retryAfter", wait));
        }
    }

    synchronized void failed(String username, String address) {
        var now = clock.instant();
        failures.merge(name(username, address), new Failures(1, now), Failures::plus);
        failures.merge(address, new Failures(1, now), Failures::plus);
    }

    synchronized void succeeded(String username, String address) {
        failures.remove(name(username, address));
    }

    private long wait(String key, int allowed, Instant now) {
        var known = failures.get(key);
        if (known == null) {
            return 0;
        }
        if (now.isAfter(known.last().plus(FORGOTTEN_AFTER))) {
            failures.remove(key);
            return 0;
        }
        return known.count() < allowed
                ? 0
                : Math.max(0, Duration.between(now, known.last().plus(PAUSE)).toSeconds());
    }

    private static String name(String username, String address) {
        return address + ' ' + username;
    }

    private record Failures(int count, Instant last) {
        Failures plus(Failures next) {
            return new Failures(count + next.count, next.last);
        }
    }
}
