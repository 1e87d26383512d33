package io.toritsugi.conformance.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The long form as a program. Ends with 1 when something was lost, doubled or stands wrong, or did not recover. */
public final class Chaos {

    private static final Logger LOG = LoggerFactory.getLogger(Chaos.class);
    private static final Path REPORT = Path.of("target", "conformance", "chaos.md");

    private Chaos() {}

    /** {@code --telegrams=10000 --only=case,case --write-docs}; each may be left out. */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> given = new HashMap<>();
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            given.put(
                    equals < 0 ? argument : argument.substring(0, equals),
                    equals < 0 ? "true" : argument.substring(equals + 1));
        }
        var form = ChaosForm.full(Integer.parseInt(given.getOrDefault("--telegrams", "10000")));
        var only =
                given.containsKey("--only") ? Arrays.asList(given.get("--only").split(",")) : List.<String>of();
        var outcomes = new ArrayList<ChaosOutcome>();
        int broken = playAll(form, Calamities.named(only), outcomes);
        var report = ChaosReport.of(form, outcomes);
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, report.text());
        boolean good = broken == 0
                && outcomes.stream().allMatch(outcome -> outcome.complaints().isEmpty());
        if (good && given.containsKey("--write-docs")) {
            report.write();
        }
        LOG.info("{}; the figures: {}", good ? "Nothing lost, nothing doubled" : "NOT GOOD", REPORT);
        System.exit(good ? 0 : 1);
    }

    /** Answers how many cases could not be played to their end. */
    private static int playAll(ChaosForm form, List<ChaosCase> cases, List<ChaosOutcome> outcomes) {
        int broken = 0;
        for (var played : cases) {
            // Each on an application of its own: what one case leaves behind must not help or hinder the next.
            try (var run = new ChaosRun(form)) {
                var outcome = run.play(played);
                outcomes.add(outcome);
                print(outcome);
            } catch (Exception | AssertionError notRecovered) {
                LOG.error("FAILED   {}", played.name(), notRecovered);
                broken++;
            }
        }
        return broken;
    }

    private static void print(ChaosOutcome outcome) {
        var tally = outcome.tally();
        LOG.info(
                "{}  {}  {} acknowledged, {} lost, {} doubled, {} wrong; {} sent again, refused {}; {}",
                outcome.complaints().isEmpty() ? "good  " : "FAILED",
                String.format("%-20s", outcome.played().name()),
                tally.acknowledged(),
                tally.lost(),
                tally.doubled(),
                tally.wrong(),
                outcome.unanswered(),
                outcome.refusals(),
                ChaosReport.seconds(outcome.took()));
        outcome.recoveries()
                .forEach(
                        recovery -> LOG.info("        {}: {}", recovery.after(), ChaosReport.seconds(recovery.took())));
        outcome.notes().forEach(note -> LOG.info("        {}", note));
        outcome.complaints().forEach(complaint -> LOG.info("        {}", complaint));
    }
}
