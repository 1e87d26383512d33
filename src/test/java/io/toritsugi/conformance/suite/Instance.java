package io.toritsugi.conformance.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The instance that is asked, with its administrator signed in. Thread-safe. */
public final class Instance {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(120);
    private static final int PAGE = 500;

    private final URI base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient desk = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final HttpClient road = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private Instance(URI base) {
        this.base = base;
    }

    /**
     * Signs in as {@code admin}.
     *
     * @throws IllegalStateException when the instance does not let us in
     */
    public static Instance at(URI base, String adminPassword) {
        var instance = new Instance(base);
        instance.post("/api/v1/session", Map.of("username", "admin", "password", adminPassword))
                .expect(204);
        return instance;
    }

    URI base() {
        return base;
    }

    /** Whether it can reach what the suite opens on the loopback address. */
    boolean isOnThisMachine() {
        try {
            return InetAddress.getByName(base.getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    Answer get(String path) {
        return administrator("GET", path, null);
    }

    Answer post(String path, Object body) {
        return administrator("POST", path, written(body));
    }

    Answer put(String path, Object body) {
        return administrator("PUT", path, written(body));
    }

    Answer delete(String path) {
        return administrator("DELETE", path, null);
    }

    /** All items of a list, page after page. */
    List<JsonNode> items(String path) {
        var items = new ArrayList<JsonNode>();
        var join = path.contains("?") ? "&" : "?";
        var next = path + join + "limit=" + PAGE;
        while (next != null) {
            var page = get(next).expect(200).json();
            page.path("items").forEach(items::add);
            var cursor = page.path("next");
            next = cursor.isTextual() ? path + join + "limit=" + PAGE + "&cursor=" + escaped(cursor.asText()) : null;
        }
        return items;
    }

    /** Brings a body as an OTA does, over connections that are kept. */
    Answer bring(String hotel, byte[] body, Map<String, String> headers) {
        var request = request("/ota/tl-lincoln/" + escaped(hotel)).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(road, request);
    }

    /** Asks as somebody who holds a key, or nobody. */
    Answer ask(String path, @Nullable String key) {
        var request = request(path).GET();
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return send(road, request);
    }

    private Answer administrator(String method, String path, byte @Nullable [] body) {
        var request = request(path)
                .header("Accept-Language", "en")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return send(desk, request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path))
                .timeout(ANSWERED_WITHIN);
    }

    private static Answer send(HttpClient client, HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    answer.body());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static byte[] written(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
