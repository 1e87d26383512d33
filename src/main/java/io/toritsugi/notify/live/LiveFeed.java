package io.toritsugi.notify.live;

import io.toritsugi.notify.live.Listener.State;
import io.toritsugi.notify.live.LiveMessages.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The feed of this node: how far the outbox has been read, and who listens. Reads once for all listeners, writes each message
 * once, and never waits for a client. Nothing is read while nobody listens. Safe for use by many threads.
 */
@Component("liveFeed")
class LiveFeed {

    /** More new events than these are not handed out together: each listener reads them at his own pace. */
    static final int MOST_AT_ONCE = 5_000;

    private final EventLog log;
    private final LiveMessages messages;
    private final long heartbeatNanos;

    private final Set<Listener> listeners = new LinkedHashSet<>();
    private @Nullable SeenTransactions head;

    LiveFeed(EventLog log, LiveMessages messages, LiveSettings settings) {
        this.log = log;
        this.messages = messages;
        this.heartbeatNanos = settings.heartbeat().toNanos();
    }

    /** What was committed since the last look; null while nobody listens. */
    public @Nullable NewEvents newEvents() {
        var from = head();
        if (from == null) {
            return null;
        }
        var to = log.now();
        var events = to.equals(from)
                ? List.<LiveEvent>of()
                : log.after(Cursor.at(from), to, null, Topic.NAMES, MOST_AT_ONCE + 1);
        boolean complete = events.size() <= MOST_AT_ONCE;
        return new NewEvents(from, to, complete ? events : List.of(), complete);
    }

    /**
     * Hands events to those who want them.
     *
     * @param behind told of each listener who has to be told at his own pace from now on: his queue is full, or these are too
     *     many at once
     */
    synchronized void hand(NewEvents news, Consumer<Listener> behind) {
        if (!news.from().equals(head)) {
            return; // looked up before everybody left, and others came
        }
        head = news.to();
        var start = Cursor.at(news.from());
        var live = inState(State.LIVE);
        for (var event : news.events()) {
            var wanting =
                    live.stream().filter(listener -> listener.wants(event)).toList();
            if (!wanting.isEmpty()) {
                var reached = start.after(event, news.to());
                var message = messages.event(event, reached);
                wanting.forEach(listener -> tell(listener, message, reached));
            }
        }
        live.stream().filter(listener -> !listener.lagging).forEach(listener -> {
            listener.lagging = !news.complete();
            listener.cursor = news.complete() ? Cursor.at(news.to()) : start;
        });
        beat(news.to());
        for (var listener : listeners) {
            if (listener.state == State.EARLY || (listener.state == State.LIVE && listener.lagging)) {
                listener.state = State.CATCHING_UP;
                behind.accept(listener);
            }
        }
    }

    private List<Listener> inState(State state) {
        var found = new ArrayList<Listener>();
        for (var listener : listeners) {
            if (listener.state == state) {
                found.add(listener);
            }
        }
        return found;
    }

    private void beat(SeenTransactions at) {
        var heartbeat = messages.heartbeat(Cursor.at(at));
        long now = System.nanoTime();
        for (var listener : inState(State.LIVE)) {
            if (!listener.lagging && now - listener.heartbeatAt >= heartbeatNanos) {
                listener.heartbeatAt = now;
                listener.outlet.offer(heartbeat); // no room for it: then he hears enough
            }
        }
    }

    private static void tell(Listener listener, Message message, Cursor reached) {
        if (listener.lagging) {
            return;
        }
        if (listener.outlet.offer(message)) {
            listener.cursor = reached;
        } else {
            listener.lagging = true;
        }
    }

    /**
     * Begins a subscription in the place of the one before: nothing of that is told any more.
     *
     * @param now a moment that is not in the future, where nobody listened until now
     * @return how far this node has read; null for somebody who is gone
     */
    synchronized @Nullable SeenTransactions join(Listener listener, Subscription subscription, SeenTransactions now) {
        if (listener.state == State.GONE) {
            return null;
        }
        listeners.add(listener);
        if (head == null) {
            head = now;
        }
        listener.state = State.CATCHING_UP;
        listener.subscription = subscription;
        listener.lagging = false;
        listener.toldLate = 0;
        listener.heartbeatAt = System.nanoTime();
        return head;
    }

    /**
     * Up to where somebody who is catching up has to read next; null when he need not: he has everything and hears the rest as
     * it comes, or has to wait, or is gone.
     */
    synchronized @Nullable SeenTransactions target(Listener listener) {
        if (listener.state != State.CATCHING_UP || head == null) {
            return null;
        }
        var cursor = listener.cursor;
        if (cursor.toward() != null) {
            return cursor.toward();
        }
        if (cursor.seen().equals(head)) {
            listener.state = State.LIVE;
            listener.lagging = false;
            listener.toldLate = 0;
            return null;
        }
        if (!head.contains(cursor.seen())) {
            listener.state = State.EARLY;
            return null;
        }
        return head;
    }

    /** Tells a listener nothing any more until he subscribes again; answers whether there was something to be told. */
    synchronized boolean silence(Listener listener) {
        boolean told = listener.state == State.CATCHING_UP;
        listener.state = told ? State.SILENT : listener.state;
        return told;
    }

    synchronized void leave(Listener listener) {
        listener.state = State.GONE;
        listener.outlet.close();
        listeners.remove(listener);
        if (listeners.isEmpty()) {
            head = null;
        }
    }

    private synchronized @Nullable SeenTransactions head() {
        return head;
    }
}
