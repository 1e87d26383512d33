package io.toritsugi.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What the instance answered. */
record Answer(int status, String type, byte[] body) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int SHOWN = 500;

    /** @throws IllegalStateException when it answered otherwise: the case cannot go on */
    Answer expect(int... statuses) {
        for (int expected : statuses) {
            if (status == expected) {
                return this;
            }
        }
        throw new IllegalStateException("The instance answered " + this);
    }

    /** Whether the bytes are durable, as the instance says. */
    boolean accepted() {
        return status == 200 || status == 202 || status == 422;
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException other) {
            throw new UncheckedIOException("No JSON: " + this, other);
        }
    }

    /** Status and code of a refusal, as {@code 404 hotel.unknown}; without a code where there is no problem document. */
    String refusal() {
        return type.startsWith("application/problem+json")
                ? status + " " + json().path("code").asText()
                : status + " without a problem document";
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        var text = text();
        return status + " " + type + " " + (text.length() > SHOWN ? text.substring(0, SHOWN) + " …" : text);
    }
}
