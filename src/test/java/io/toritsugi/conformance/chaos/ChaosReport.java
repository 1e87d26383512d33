package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.suite.ConformancePage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The outcomes of a run as tables; {@code docs/chaos.md} holds those of the last long one. */
record ChaosReport(ChaosForm form, OffsetDateTime at, List<ChaosOutcome> outcomes) {

    static final Path PAGE = Path.of("docs", "chaos.md");
    static final String PART = "run";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm XXX", Locale.ROOT);
    private static final int MILLIS = 1000;

    static ChaosReport of(ChaosForm form, List<ChaosOutcome> outcomes) {
        return new ChaosReport(form, OffsetDateTime.now(ZoneId.systemDefault()), List.copyOf(outcomes));
    }

    void write() throws IOException {
        ConformancePage.replace(PAGE, PART, text());
    }

    String text() {
        return "Last run: " + TIME.format(at) + "; " + conditions() + "\n\n"
                + "| case | 障害 | acknowledged | lost | doubled | wrong | no answer, sent again | refused | longest recovery |\n"
                + "|---|---|---|---|---|---|---|---|---|\n"
                + outcomes.stream().map(ChaosReport::row).collect(Collectors.joining("\n"))
                + "\n\n"
                + outcomes.stream().map(ChaosReport::details).collect(Collectors.joining("\n\n"));
    }

    private String conditions() {
        return "at least %,d telegrams a case; %s %s, %d processors, %s; embedded PostgreSQL with fsync on; application with -Xmx512m."
                .formatted(
                        form.telegrams(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        "Java " + Runtime.version());
    }

    private static String row(ChaosOutcome outcome) {
        var tally = outcome.tally();
        return "| `%s` | %s %s | %,d | %d | %d | %d | %,d | %s | %s |"
                .formatted(
                        outcome.played().name(),
                        outcome.played().title().ja(),
                        outcome.played().title().en(),
                        tally.acknowledged(),
                        tally.lost(),
                        tally.doubled(),
                        tally.wrong(),
                        outcome.unanswered(),
                        outcome.refusals().isEmpty()
                                ? "–"
                                : outcome.refusals().entrySet().stream()
                                        .map(refusal -> refusal.getValue() + " × `" + refusal.getKey() + "`")
                                        .collect(Collectors.joining(", ")),
                        seconds(outcome.longestRecovery()));
    }

    private static String details(ChaosOutcome outcome) {
        return "**%s.** %s%s Took %s. Recovery: %s."
                .formatted(
                        outcome.played().title().en(),
                        outcome.played().what(),
                        outcome.notes().isEmpty() ? "" : " (" + String.join("; ", outcome.notes()) + ".)",
                        seconds(outcome.took()),
                        outcome.recoveries().stream()
                                .map(recovery -> recovery.after() + " " + seconds(recovery.took()))
                                .collect(Collectors.joining("; ")));
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", (double) duration.toMillis() / MILLIS);
    }
}
