package io.toritsugi.conformance.testbuild;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Through which tests set the clock and switch sabotages: {@code POST /clock} with a duration ({@code PT24H}), {@code POST
 * /sabotage} with a name or nothing. On the loopback address.
 */
final class TestDoor implements AutoCloseable {

    private final HttpServer server;

    TestDoor(int port, SettableClock clock, SabotageSwitch sabotages, JdbcTemplate tables) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        on("/clock", text -> clock.ahead(Duration.parse(text)));
        on("/sabotage", text -> sabotages.set(text.isEmpty() ? null : Sabotage.valueOf(text), tables));
        server.start();
    }

    private void on(String path, Consumer<String> action) {
        server.createContext(path, exchange -> answer(exchange, action));
    }

    private static void answer(HttpExchange exchange, Consumer<String> action) throws IOException {
        try (exchange) {
            int status = 204;
            try {
                action.accept(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            } catch (RuntimeException refused) {
                status = 400;
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
