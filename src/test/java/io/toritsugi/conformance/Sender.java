package io.toritsugi.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who brings telegrams over connections that are kept alive. Thread-safe. */
final class Sender {

    private static final Duration ANSWERED_WITHIN = Duration.ofMinutes(10);

    private final int port;
    private final HttpClient client;
    private final Map<String, String> headers;

    Sender(int port, @Nullable String key) {
        this(port, client(), key == null ? Map.of() : Map.of("Authorization", "Bearer " + key));
    }

    private Sender(int port, HttpClient client, Map<String, String> headers) {
        this.port = port;
        this.client = client;
        this.headers = headers;
    }

    /** The same sender, who says one thing more about what it sends. */
    Sender with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Sender(port, client, more);
    }

    /** The same sender, who waits for outcomes. */
    Sender waiting() {
        return with("Prefer", "wait=30");
    }

    /** Posts one body to a hotel; empty when the application went away before it answered. */
    Optional<Reply> tryPost(String hotel, byte[] body) {
        return trySend(request("/ota/tl-lincoln/" + hotel).POST(BodyPublishers.ofByteArray(body)));
    }

    Reply post(String hotel, byte[] body) {
        return post(hotel, BodyPublishers.ofByteArray(body));
    }

    Reply post(String hotel, String body) {
        return post(hotel, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply post(String hotel, BodyPublisher body) {
        return send(request("/ota/tl-lincoln/" + hotel).POST(body));
    }

    /** The receipt of a delivery as it stands now. */
    Reply receipt(String hotel, String delivery) {
        return send(
                request("/ota/tl-lincoln/" + hotel + "/deliveries/" + delivery).GET());
    }

    Optional<Reply> get(String path) {
        return trySend(request(path).GET());
    }

    Reply call(String method, String path, byte[] body) {
        return send(request(path).method(method, BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(ANSWERED_WITHIN);
        headers.forEach(request::header);
        return request;
    }

    /** Empty when nobody answers. */
    private Optional<Reply> trySend(HttpRequest.Builder request) {
        try {
            return Optional.of(send(request));
        } catch (UncheckedIOException gone) {
            return Optional.empty();
        }
    }

    private Reply send(HttpRequest.Builder request) {
        long began = System.nanoTime();
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Reply(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body(),
                    Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }
}
