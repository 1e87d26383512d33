package io.toritsugi.conformance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a sender is told about a delivery. */
record Receipt(Answer answer) {

    List<JsonNode> lines() {
        return StreamSupport.stream(answer.json().path("telegrams").spliterator(), false)
                .toList();
    }

    /**
     * The only line.
     *
     * @throws IllegalStateException when there are more, or none
     */
    JsonNode line() {
        var lines = lines();
        if (lines.size() != 1) {
            throw new IllegalStateException("The receipt of one telegram has " + lines.size() + " lines: " + answer);
        }
        return lines.get(0);
    }

    /** How each telegram stands, in document order. */
    List<String> outcomes() {
        return lines().stream().map(Receipt::outcome).toList();
    }

    /** How the only telegram stands: its outcome, and when rejected its class and code. */
    String outcome() {
        return outcome(line());
    }

    static String outcome(JsonNode line) {
        var outcome = line.path("outcome").asText();
        return outcome.equals("rejected")
                ? outcome + " " + line.path("class").asText() + " "
                        + line.path("code").asText()
                : outcome;
    }
}
