package io.toritsugi.retry;

import io.toritsugi.failure.RetryClaim;
import io.toritsugi.failure.RetryQueue;
import io.toritsugi.intake.ImportFeed;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The retries that this process works on, and their heartbeat: while a telegram is under way its claim is renewed, so that a
 * long queue before its lane costs it nothing; when the process stops, pauses or loses it, the claim ends by itself.
 */
@Component("heldRetries")
class HeldRetries {

    private final RetryQueue queue;
    private final ImportFeed feed;
    private final Map<Long, RetryClaim> underWay = new ConcurrentHashMap<>();

    HeldRetries(RetryQueue queue, ImportFeed feed) {
        this.queue = queue;
        this.feed = feed;
    }

    /** Notes claims whose telegrams were fed. */
    void add(Collection<RetryClaim> claims) {
        claims.forEach(claim -> underWay.put(claim.telegramId(), claim));
    }

    /** Renews the claims of what is still under way; answers how many there are. */
    public int renew() {
        underWay.keySet().removeIf(telegram -> !feed.isInFlight(telegram));
        var claims = underWay.values().stream().toList();
        queue.renew(claims);
        return claims.size();
    }
}
