package io.toritsugi.notify.live;

import io.toritsugi.notify.live.ReadSubscription.Wanted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Begins subscriptions: a snapshot, then what was missed, a page at a time and only as fast as the client reads, until he stands
 * where the feed stands. One thread at a time works for one listener.
 */
@Component
class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private static final int PAGE = 200;

    /** Who fell further behind than this is better off with a fresh look; he may ask for the rest all the same. */
    static final int MOST_TOLD_LATE = 4_000;

    private final LiveFeed feed;
    private final EventLog log;
    private final TopicCounts counts;
    private final LiveMessages messages;
    private final LiveThreads threads;

    CatchUp(LiveFeed feed, EventLog log, TopicCounts counts, LiveMessages messages, LiveThreads threads) {
        this.feed = feed;
        this.log = log;
        this.counts = counts;
        this.messages = messages;
        this.threads = threads;
    }

    /** Lets a listener hear what he wants from now on, or from his cursor; a wish that was not begun with is forgotten. */
    void begin(Listener listener, Wanted wanted) {
        if (listener.wish.getAndSet(wanted) == null) {
            threads.read(() -> inTurn(listener, () -> {
                var wish = listener.wish.getAndSet(null);
                if (wish != null) {
                    subscribe(listener, wish);
                }
            }));
        }
    }

    /** Tells a listener who is behind what he missed, as fast as he reads: more when nothing waits for him any more. */
    void goOn(Listener listener) {
        listener.outlet.onceEmpty(() -> threads.read(() -> inTurn(listener, () -> tellWhatWasMissed(listener))));
    }

    private void inTurn(Listener listener, Runnable step) {
        // Keeps two steps of one listener apart, such as a page of what he missed and a new subscription.
        synchronized (listener) {
            try {
                step.run();
            } catch (RuntimeException failed) {
                LOG.warn("The live feed could not be read; the client has to come again", failed);
                listener.outlet.fail();
            }
        }
    }

    private void subscribe(Listener listener, Wanted wanted) {
        var now = log.now();
        var head = feed.join(listener, wanted.subscription(), now);
        if (head == null) {
            return;
        }
        var asked = wanted.after() == null ? Cursor.at(head) : usable(wanted.after(), now);
        listener.cursor = asked == null ? Cursor.at(head) : asked;
        var snapshot = messages.snapshot(listener.cursor, asked == null, counts.of(wanted.subscription()));
        // What waits is of the subscription before, and has lost its interest.
        listener.outlet.replaceWaiting(snapshot);
        tellWhatWasMissed(listener);
    }

    /** The cursor, when nothing after it has been forgotten. */
    private @Nullable Cursor usable(String after, SeenTransactions now) {
        try {
            var cursor = Cursor.parse(after);
            return log.canContinue(cursor, now) ? cursor : null;
        } catch (IllegalArgumentException notOurs) {
            LOG.debug("A client came with a cursor that is none");
            return null;
        }
    }

    private void tellWhatWasMissed(Listener listener) {
        for (var to = feed.target(listener); to != null; to = feed.target(listener)) {
            if (listener.toldLate > MOST_TOLD_LATE && feed.silence(listener)) {
                listener.outlet.offer(messages.resync(listener.cursor));
                return;
            }
            if (!tellPage(listener, to)) {
                goOn(listener);
                return;
            }
        }
    }

    /** Whether there is room for more. */
    private boolean tellPage(Listener listener, SeenTransactions to) {
        var subscription = listener.subscription;
        var page = log.after(listener.cursor, to, subscription.hotels(), subscription.topics(), PAGE);
        for (var event : page) {
            var next = listener.cursor.after(event, to);
            if (subscription.wants(event) && !listener.outlet.offer(messages.event(event, next))) {
                return false;
            }
            listener.cursor = next;
            listener.toldLate += listener.lagging ? 1 : 0;
        }
        if (page.size() == PAGE) {
            return false;
        }
        listener.cursor = Cursor.at(to);
        return true;
    }
}
