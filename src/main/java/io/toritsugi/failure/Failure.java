package io.toritsugi.failure;

import java.util.Map;

/**
 * One failure: which, at which step, and the facts that its message names.
 *
 * @param code which failure
 * @param stage the id of the route step that found it: {@code skim}, {@code unmarshal}, {@code translate}, {@code map},
 *     {@code enrich}, {@code persist}
 * @param arguments the facts named in the message, by the names of the catalogue's placeholders ({@code expected},
 *     {@code found}, …); no personal data
 */
public record Failure(FailureCode code, String stage, Map<String, String> arguments) {

    public Failure {
        arguments = Map.copyOf(arguments);
    }

    public FailureClass failureClass() {
        return code.failureClass();
    }
}
