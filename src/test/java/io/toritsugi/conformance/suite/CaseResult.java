package io.toritsugi.conformance.suite;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What a case showed. */
public record CaseResult(ConformanceCase played, Verdict verdict, List<Protocol.Line> lines, Duration took) {

    static CaseResult notRun(ConformanceCase lacking) {
        return new CaseResult(lacking, Verdict.NOT_RUN, List.of(), Duration.ZERO);
    }

    /** What went wrong, in words; empty when nothing did. */
    public String complaint() {
        return lines.stream()
                .filter(line -> !line.good())
                .map(CaseResult::words)
                .collect(Collectors.joining("\n"));
    }

    private static String words(Protocol.Line line) {
        if (line instanceof Protocol.Check check) {
            return check.what() + "\n  expected: " + check.expected() + "\n  found:    " + check.found();
        }
        return line instanceof Protocol.Broken broken ? "broken off: " + broken.why() : "";
    }
}
