package io.toritsugi.notify.live;

import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends by the container's own asynchronous means: no thread waits for a client who does not read. */
final class NativeWire implements Outlet.Wire {

    private static final Logger LOG = LoggerFactory.getLogger(NativeWire.class);

    /** A client who takes no message for so long is cut off; he comes again with his cursor. */
    private static final long SEND_TIMEOUT_MILLIS = 20_000;

    private final RemoteEndpoint.Async remote;
    private final Runnable abandon;

    NativeWire(Session session, Runnable abandon) {
        this.remote = session.getAsyncRemote();
        this.remote.setSendTimeout(SEND_TIMEOUT_MILLIS);
        this.abandon = abandon;
    }

    @Override
    public void send(String text, Outlet.Result result) {
        try {
            remote.sendText(text, sent -> result.sent(sent.isOK()));
        } catch (IllegalStateException closed) {
            LOG.debug("A client of the live feed is gone: {}", closed.toString());
            result.sent(false);
        }
    }

    @Override
    public void abandon() {
        abandon.run();
    }
}
