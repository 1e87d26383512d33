package io.toritsugi.conformance.suite;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What a run showed.
 *
 * @param target the instance in words
 */
public record SuiteReport(String target, OffsetDateTime at, List<CaseResult> results) {

    public SuiteReport {
        results = List.copyOf(results);
    }

    public long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    public boolean failed() {
        return count(Verdict.FAILED) > 0;
    }

    Duration took() {
        return results.stream().map(CaseResult::took).reduce(Duration.ZERO, Duration::plus);
    }

    String summary() {
        return count(Verdict.PASSED) + " passed, " + count(Verdict.FAILED) + " failed, " + count(Verdict.NOT_RUN)
                + " not run";
    }
}
