package io.toritsugi.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A caller of the running application, over real HTTP: nobody, the holder of a key, or a browser with its cookies. */
public final class Http {

    private static final JsonMapper JSON = new JsonMapper();
    private static final AtomicInteger HOTELS = new AtomicInteger();

    private final int port;
    private final Map<String, String> headers;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client;

    private Http(int port, Map<String, String> headers) {
        this.port = port;
        this.headers = headers;
        this.client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    public static Http nobody(int port) {
        return new Http(port, Map.of());
    }

    public static Http withKey(int port, String key) {
        return nobody(port).with("Authorization", "Bearer " + key);
    }

    /** A browser in which the administrator signed in, with its token. */
    public static Http admin(int port) {
        var browser = nobody(port);
        var answer = browser.post("/api/v1/session", Map.of("username", "admin", "password", HttpTest.ADMIN_PASSWORD));
        if (answer.status() != 204) {
            throw new IllegalStateException("The administrator cannot sign in: " + answer);
        }
        return browser.withToken();
    }

    /** The same caller, with his cookies, and one header more. */
    public Http with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        var same = new Http(port, more);
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie ->
                        same.cookies.getCookieStore().add(URI.create("http://localhost:" + port + "/"), cookie));
        return same;
    }

    public Http withToken() {
        return with("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElseThrow().getValue());
    }

    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    /** A hotel that no other test knows. */
    public String newHotel() {
        var code = "H" + HOTELS.incrementAndGet();
        put("/api/v1/hotels/" + code, Map.of("name", "見本ホテル " + code)).expect(201);
        return code;
    }

    /** A key as the administrator makes it; answers the key itself. */
    public JsonNode newKey(String role, String hotel) {
        return post("/api/v1/api-keys", Map.of("name", "test", "role", role, "hotel", hotel))
                .expect(201)
                .json();
    }

    public Answer get(String path) {
        return send("GET", path, (byte[]) null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, written(body));
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, written(body));
    }

    public Answer delete(String path) {
        return send("DELETE", path, (byte[]) null);
    }

    public Answer send(String method, String path, @Nullable String body) {
        return send(method, path, body == null ? null : body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer send(String method, String path, byte @Nullable [] body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String written(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("Expected " + status + ", answered " + this);
            }
            return this;
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException notJson) {
                throw new UncheckedIOException(response.body(), notJson);
            }
        }

        /** The items of a list. */
        public JsonNode items() {
            return json().path("items");
        }

        /** The code of a problem document. */
        public String problem() {
            if (!header("Content-Type").orElse("").startsWith("application/problem+json")) {
                throw new AssertionError("No problem document: " + this);
            }
            return json().path("code").asText();
        }

        @Override
        public String toString() {
            return status() + " " + response.headers().map() + " " + response.body();
        }
    }
}
