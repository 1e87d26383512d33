package io.toritsugi.notify.live;

import io.toritsugi.notify.live.ReadSubscription.Wanted;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One client of the feed: what he listens to and how far he has been told. What is not final is guarded by {@link LiveFeed};
 * the cursor belongs to {@link CatchUp} as long as he is catching up.
 */
final class Listener {

    /** Where he stands. */
    enum State {
        /** Has not subscribed, or fell too far behind and has to again. */
        SILENT,
        /** Is being told what he missed. */
        CATCHING_UP,
        /** Has been told more by another node than this one has read; waits for its next look. */
        EARLY,
        /** Hears every event as it is read. */
        LIVE,
        /** His connection is closed. */
        GONE
    }

    final Outlet outlet;

    /** The newest wish that is not fulfilled yet; older ones are of no interest. */
    final AtomicReference<@Nullable Wanted> wish = new AtomicReference<>();

    State state = State.SILENT;
    Subscription subscription = Subscription.NOTHING;
    Cursor cursor = Cursor.at(SeenTransactions.NONE);
    long heartbeatAt;

    /** He was live and read too slowly. */
    boolean lagging;

    /** How much of it he has been told since. */
    int toldLate;

    Listener(Outlet outlet) {
        this.outlet = outlet;
    }

    boolean wants(LiveEvent event) {
        return subscription.wants(event);
    }
}
