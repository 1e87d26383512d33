package io.toritsugi.notify.live;

import io.toritsugi.notify.live.LiveMessages.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client: bounded, in order, one message on its way at a time. Sending is asynchronous, so that a
 * client who does not read holds up no thread, only his own queue. Safe for use by many threads.
 */
final class Outlet {

    /** The connection to the client. */
    interface Wire {

        /** Sends a text, without waiting for it. */
        void send(String text, Result result);

        /** Ends the connection, because nothing can be sent any more. */
        void abandon();
    }

    /** Takes the outcome of one sending; may be called on any thread, also before sending returns. */
    interface Result {

        /** Called once: whether the text is out, or never will be. */
        void sent(boolean well);
    }

    private final Wire wire;
    private final int mostMessages;
    private final int mostCharacters;

    private final Deque<Message> waiting = new ArrayDeque<>();
    private long characters;
    private boolean sending;
    private boolean pumping;
    private boolean closed;
    private @Nullable Runnable onceEmpty;

    Outlet(Wire wire, LiveSettings settings) {
        this.wire = wire;
        this.mostMessages = settings.queueMessages();
        this.mostCharacters = settings.queueCharacters();
    }

    /** Takes a message; false, and nothing is taken, when too much waits already. A closed one takes and forgets. */
    boolean offer(Message message) {
        synchronized (this) {
            if (closed) {
                return true;
            }
            boolean room =
                    waiting.size() < mostMessages && characters + message.text().length() <= mostCharacters;
            // One that is too large for any queue may go when nothing else waits.
            if (!room && !waiting.isEmpty()) {
                return false;
            }
            waiting.add(message);
            characters += message.text().length();
        }
        pump();
        return true;
    }

    /** Takes a message in the place of all that waits. */
    void replaceWaiting(Message message) {
        synchronized (this) {
            waiting.clear();
            characters = 0;
        }
        offer(message);
    }

    /** Runs this once, as soon as nothing waits: now, or on the thread that finishes sending. */
    void onceEmpty(Runnable next) {
        synchronized (this) {
            if (!waiting.isEmpty() || sending) {
                onceEmpty = next;
                return;
            }
        }
        next.run();
    }

    /** Whether nothing waits and nothing is on its way. */
    synchronized boolean isIdle() {
        return waiting.isEmpty() && !sending;
    }

    /** Takes nothing any more, and forgets what waits. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        characters = 0;
        onceEmpty = null;
    }

    /** Sends on while sending ends at once; a loop, because results that come at once would else pile up calls. */
    private void pump() {
        while (true) {
            Message next;
            synchronized (this) {
                if (sending || pumping) {
                    return;
                }
                next = waiting.poll();
                if (next == null) {
                    break;
                }
                characters -= next.text().length();
                sending = true;
                pumping = true;
            }
            wire.send(next.text(), this::sent);
            synchronized (this) {
                pumping = false;
            }
        }
        emptied();
    }

    private void sent(boolean well) {
        if (!well) {
            fail();
        }
        synchronized (this) {
            sending = false;
            if (pumping) {
                return;
            }
        }
        pump();
    }

    /** Gives the client up: he comes again and is told what he missed. */
    void fail() {
        close();
        wire.abandon();
    }

    private void emptied() {
        Runnable next;
        synchronized (this) {
            if (!waiting.isEmpty() || sending) {
                return;
            }
            next = onceEmpty;
            onceEmpty = null;
        }
        if (next != null) {
            next.run();
        }
    }
}
