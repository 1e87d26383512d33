package io.toritsugi.notify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.toritsugi.api.Http;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A page that listens to the live feed, over a real WebSocket. */
final class LiveClient implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration SOON = Duration.ofSeconds(20);

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean reading = true;
    private volatile int closedWith;

    private LiveClient(int port, Map<String, String> headers, boolean reading) {
        this.reading = reading;
        var opening = HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(SOON);
        headers.forEach(opening::header);
        this.socket = opening.buildAsync(URI.create("ws://localhost:" + port + "/ws/live"), this)
                .join();
    }

    /** Opens a socket as a page of ours in this browser does. */
    static LiveClient open(int port, Http browser) {
        return new LiveClient(port, headers(port, browser), true);
    }

    /** One that opens a socket, subscribes and then reads nothing. */
    static LiveClient openWithoutReading(int port, Http browser) {
        return new LiveClient(port, headers(port, browser), false);
    }

    /** The status of a refused opening. */
    static int refused(int port, Map<String, String> headers) {
        try (var opened = new LiveClient(port, headers, true)) {
            throw new AssertionError("Was let in: " + opened.received);
        } catch (CompletionException refused) {
            assertThat(refused.getCause()).isInstanceOf(WebSocketHandshakeException.class);
            return ((WebSocketHandshakeException) refused.getCause())
                    .getResponse()
                    .statusCode();
        }
    }

    static Map<String, String> headers(int port, Http browser) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Origin", "http://localhost:" + port);
        headers.put("Accept-Language", "en");
        headers.put(
                "Cookie", "SESSION=" + browser.cookie("SESSION").orElseThrow().getValue());
        return headers;
    }

    /** Subscribes anew; answers the snapshot. */
    JsonNode subscribe(@Nullable String after, String... topics) {
        int before = ofType("snapshot").size();
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put("subscribe", topics);
        wanted.put("after", after);
        send(JSON.valueToTree(wanted).toString());
        if (!reading) {
            return JSON.nullNode();
        }
        await().atMost(SOON).until(() -> ofType("snapshot").size() > before);
        return ofType("snapshot").get(before);
    }

    void send(String message) {
        socket.sendText(message, true).join();
    }

    /** The events so far, in the order of arrival. */
    List<JsonNode> events() {
        return ofType("event");
    }

    List<JsonNode> ofType(String type) {
        return received.stream()
                .filter(message -> message.path("type").asText().equals(type))
                .toList();
    }

    List<JsonNode> ofKind(String... kinds) {
        return events().stream()
                .filter(event ->
                        Arrays.asList(kinds).contains(event.path("kind").asText()))
                .toList();
    }

    /** Waits for an event like this; answers the first. */
    JsonNode awaitEvent(Predicate<JsonNode> wanted) {
        await().atMost(SOON).until(() -> events().stream().anyMatch(wanted));
        return events().stream().filter(wanted).findFirst().orElseThrow();
    }

    JsonNode awaitType(String type) {
        await().atMost(SOON).until(() -> !ofType(type).isEmpty());
        return ofType(type).get(0);
    }

    /** How far it has been told. */
    String cursor() {
        return received.stream()
                .filter(message -> message.has("cursor"))
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .path("cursor")
                .asText();
    }

    int awaitClosed() {
        await().atMost(SOON).until(() -> closedWith != 0);
        return closedWith;
    }

    /** Begins to read what has been kept from it. */
    void read() {
        reading = true;
        socket.request(Long.MAX_VALUE);
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
        partial.append(part);
        if (last) {
            try {
                received.add(JSON.readTree(partial.toString()));
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closedWith = code;
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
