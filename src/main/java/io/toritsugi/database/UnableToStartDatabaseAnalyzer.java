package io.toritsugi.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows at start-up what was found and what to do, in place of a stack trace. */
final class UnableToStartDatabaseAnalyzer extends AbstractFailureAnalyzer<UnableToStartDatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnableToStartDatabaseException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
