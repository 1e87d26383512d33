package io.toritsugi.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up a moment ago, so that a stream of requests does not ask the database each time. Bounded in time (a
 * change elsewhere is seen within seconds) and in number. What was not found is not remembered. Safe for many threads.
 */
final class Recent<K, V> {

    private final ConcurrentMap<K, Seen<V>> seen = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Duration remembered;
    private final int most;

    Recent(Clock clock, Duration remembered, int most) {
        this.clock = clock;
        this.remembered = remembered;
        this.most = most;
    }

    @Nullable
    V get(K key, Function<K, @Nullable V> lookUp) {
        var now = clock.instant();
        var known = seen.get(key);
        if (known != null && now.isBefore(known.until())) {
            return known.value();
        }
        var found = lookUp.apply(key);
        if (found == null) {
            seen.remove(key);
            return null;
        }
        if (seen.size() >= most) {
            seen.clear();
        }
        seen.put(key, new Seen<>(found, now.plus(remembered)));
        return found;
    }

    void forget(K key) {
        seen.remove(key);
    }

    void forgetAll() {
        seen.clear();
    }

    private record Seen<V>(V value, Instant until) {}
}
