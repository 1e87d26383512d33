package io.toritsugi.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * What the application answered.
 *
 * @param type of its content; empty where there is none
 * @param took from the first byte sent to the last byte received
 */
record Reply(int status, String type, String body, Duration took) {

    private static final JsonMapper JSON = new JsonMapper();

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new UncheckedIOException("No JSON: " + this, notJson);
        }
    }

    /** Whether the bytes are durable, as the application says. */
    boolean accepted() {
        return status == 200 || status == 202 || status == 422;
    }

    String delivery() {
        return json().path("delivery").asText();
    }

    /** The telegrams of a receipt, in its order. */
    List<JsonNode> lines() {
        return StreamSupport.stream(json().path("telegrams").spliterator(), false)
                .toList();
    }

    /** The only telegram of a receipt. */
    JsonNode line() {
        var lines = lines();
        if (lines.size() != 1) {
            throw new AssertionError("Expected a receipt of one line: " + this);
        }
        return lines.get(0);
    }

    /** The code of a problem document. */
    String problem() {
        if (!type.startsWith("application/problem+json")) {
            throw new AssertionError("Expected a problem document: " + this);
        }
        return json().path("code").asText();
    }

    @Override
    public String toString() {
        return status + " " + type + " " + (body.length() > 2000 ? body.substring(0, 2000) + "…" : body);
    }
}
