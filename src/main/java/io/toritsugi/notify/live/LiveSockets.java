package io.toritsugi.notify.live;

import io.toritsugi.access.OpenSessions;
import io.toritsugi.access.SessionEnded;
import io.toritsugi.api.ProblemException;
import io.toritsugi.api.Problems;
import io.toritsugi.notify.live.SameOriginSession.Opened;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.adapter.NativeWebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/**
 * The sockets of {@code /ws/live} on this node. A socket lives no longer than the session that opened it, and no longer than the
 * rights that it was opened with.
 */
@Component("liveSockets")
class LiveSockets extends TextWebSocketHandler {

    static final CloseStatus SESSION_OVER = new CloseStatus(4401, "session over");
    static final CloseStatus RIGHTS_CHANGED = new CloseStatus(4403, "rights changed");
    static final CloseStatus SILENT = new CloseStatus(4408, "no answer to pings");

    private static final Logger LOG = LoggerFactory.getLogger(LiveSockets.class);

    private static final int LONGEST_MESSAGE = 16 * 1024;

    private final LiveFeed feed;
    private final CatchUp catchUp;
    private final ReadSubscription subscriptions;
    private final LiveMessages messages;
    private final OpenSessions sessions;
    private final Problems problems;
    private final LiveThreads threads;
    private final LiveSettings settings;

    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    LiveSockets(
            LiveFeed feed,
            CatchUp catchUp,
            ReadSubscription subscriptions,
            LiveMessages messages,
            OpenSessions sessions,
            Problems problems,
            LiveThreads threads,
            LiveSettings settings) {
        this.feed = feed;
        this.catchUp = catchUp;
        this.subscriptions = subscriptions;
        this.messages = messages;
        this.sessions = sessions;
        this.problems = problems;
        this.threads = threads;
        this.settings = settings;
    }

    /** One socket, who opened it, and when he was last heard of. */
    private static final class Client {

        final WebSocketSession socket;
        final Opened opened;
        final Listener listener;
        volatile long heardAt = System.nanoTime();

        Client(WebSocketSession socket, Opened opened, Listener listener) {
            this.socket = socket;
            this.opened = opened;
            this.listener = listener;
        }
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession socket) {
        if (clients.size() >= settings.sockets()) {
            close(socket, CloseStatus.SERVICE_OVERLOAD);
            return;
        }
        socket.setTextMessageSizeLimit(LONGEST_MESSAGE);
        var opened = (Opened) Objects.requireNonNull(socket.getAttributes().get(Opened.ATTRIBUTE));
        var container = Objects.requireNonNull(((NativeWebSocketSession) socket).getNativeSession(Session.class));
        var wire = new NativeWire(container, () -> close(socket, CloseStatus.SERVER_ERROR));
        var listener = new Listener(new Outlet(wire, settings));
        clients.put(socket.getId(), new Client(socket, opened, listener));
    }

    @Override
    protected void handleTextMessage(WebSocketSession socket, TextMessage message) {
        var client = clients.get(socket.getId());
        if (client == null) {
            return;
        }
        client.heardAt = System.nanoTime();
        try {
            catchUp.begin(client.listener, subscriptions.read(message.getPayload(), client.opened.caller()));
        } catch (ProblemException refusal) {
            var words = problems.document(refusal, client.opened.language(), "/ws/live");
            client.listener.outlet.offer(messages.error(refusal.code().code(), words.detail()));
        }
    }

    @Override
    protected void handlePongMessage(WebSocketSession socket, PongMessage message) {
        var client = clients.get(socket.getId());
        if (client != null) {
            client.heardAt = System.nanoTime();
        }
    }

    @Override
    public void handleTransportError(WebSocketSession socket, Throwable failure) {
        LOG.debug("A client of the live feed broke off: {}", failure.toString());
        close(socket, CloseStatus.SERVER_ERROR);
    }

    @Override
    public void afterConnectionClosed(WebSocketSession socket, CloseStatus status) {
        var client = clients.remove(socket.getId());
        if (client != null) {
            feed.leave(client.listener);
        }
    }

    @EventListener
    void close(SessionEnded ended) {
        clients.values().stream()
                .filter(client -> client.opened.sessionId().equals(ended.sessionId()))
                .forEach(client -> close(client.socket, SESSION_OVER));
    }

    /** Closes what has no session any more, or other rights, or has not answered; asks the rest for a sign of life. */
    public void tend() {
        for (var client : clients.values()) {
            var caller = sessions.caller(
                    client.opened.sessionId(), client.opened.caller().address());
            if (caller.isEmpty()) {
                close(client.socket, SESSION_OVER);
            } else if (!caller.get().equals(client.opened.caller())) {
                close(client.socket, RIGHTS_CHANGED);
            } else if (System.nanoTime() - client.heardAt > settings.silence().toNanos()) {
                close(client.socket, SILENT);
            } else if (client.listener.outlet.isIdle()) {
                // Who is being sent something shows by taking it that he is there.
                threads.touch(() -> ping(client.socket));
            }
        }
    }

    private static void ping(WebSocketSession socket) {
        try {
            socket.sendMessage(new PingMessage());
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A client of the live feed cannot be pinged: {}", gone.toString());
        }
    }

    private void close(WebSocketSession socket, CloseStatus status) {
        threads.touch(() -> {
            try {
                socket.close(status);
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("A client of the live feed was gone before: {}", gone.toString());
            }
        });
    }
}
