package io.toritsugi.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The control API under {@code /simulator/}: read the state, plan faults, put in telegrams (docs/guides/simulator.md). What
 * changes something must come as JSON or XML, which no foreign web page can send without being asked first.
 */
final class ControlDoor implements HttpHandler {

    static final String PATH = "/simulator/";

    private static final int LARGEST_REQUEST = 32 * 1024 * 1024;

    private final ControlDesk desk;
    private final ObjectMapper json = new ObjectMapper();

    ControlDoor(SimulatorServer server) {
        this.desk = new ControlDesk(server);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            int status = 200;
            Object answer;
            try {
                answer = answer(exchange);
            } catch (JsonProcessingException e) {
                status = 400;
                answer = Map.of("error", "Not the JSON that was expected: " + e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
                status = 400;
                answer = Map.of("error", Objects.requireNonNullElse(e.getMessage(), "not understood"));
            }
            var body = json.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        } finally {
            exchange.close();
        }
    }

    private Object answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().substring(PATH.length());
        var asked = exchange.getRequestMethod() + " " + path.replaceFirst("^hotels/[^/]+/", "hotels/*/");
        var hotel = path.startsWith("hotels/") ? path.split("/", -1)[1] : "";
        var body = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
        if (body.length > LARGEST_REQUEST) {
            throw new IllegalArgumentException("A request holds at most " + LARGEST_REQUEST + " bytes");
        }
        return switch (asked) {
            case "GET state" -> desk.state();
            case "GET hotels/*/outputs" -> desk.outputs(hotel);
            case "POST hotels/*/telegrams" ->
                isXml(exchange)
                        ? desk.enqueue(hotel, new String(body, StandardCharsets.UTF_8))
                        : desk.enqueue(hotel, parsed(exchange, body, ControlDesk.Telegrams.class));
            case "POST hotels/*/bookings" -> desk.generate(hotel, parsed(exchange, body, ControlDesk.Bookings.class));
            case "POST faults" -> desk.plan(parsed(exchange, body, ControlDesk.FaultAsked.class));
            case "DELETE faults" -> desk.clearFaults();
            case "PUT rate" -> desk.rate(parsed(exchange, body, ControlDesk.Rate.class));
            case "PUT behaviour" -> desk.behave(parsed(exchange, body, ControlDesk.BehaviourAsked.class));
            default -> throw new IllegalArgumentException("Nothing answers to " + asked);
        };
    }

    private <T> T parsed(HttpExchange exchange, byte[] body, Class<T> type) throws IOException {
        if (!contentType(exchange).startsWith("application/json")) {
            throw new IllegalArgumentException("Send application/json");
        }
        return json.readValue(body, type);
    }

    private static boolean isXml(HttpExchange exchange) {
        return contentType(exchange).startsWith("text/xml")
                || contentType(exchange).startsWith("application/xml");
    }

    private static String contentType(HttpExchange exchange) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "");
    }
}
