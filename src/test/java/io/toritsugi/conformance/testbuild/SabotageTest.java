package io.toritsugi.conformance.testbuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.ApplicationProcess.Blueprint;
import io.toritsugi.conformance.suite.CaseResult;
import io.toritsugi.conformance.suite.Catalogue;
import io.toritsugi.conformance.suite.ConformanceCase;
import io.toritsugi.conformance.suite.ConformancePage;
import io.toritsugi.conformance.suite.Instance;
import io.toritsugi.conformance.suite.Power;
import io.toritsugi.conformance.suite.SuiteRun;
import io.toritsugi.conformance.suite.Verdict;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A suite that cannot fail proves nothing: the application is sabotaged, one fault at a time, and the suite must say so.
 *
 * <p>Only the cases that must notice are played; with {@code -Dtoritsugi.docs.write=true} all of them, and the table in
 * {@code docs/conformance.md} is written.
 */
class SabotageTest {

    private static final Logger LOG = LoggerFactory.getLogger(SabotageTest.class);
    private static final String PART = "sabotage";
    private static final boolean WRITE = Boolean.getBoolean("toritsugi.docs.write");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Map<Sabotage, List<String>> NOTICED = new EnumMap<>(Sabotage.class);

    private static RunningTestBuild build;
    private static SuiteRun run;

    @BeforeAll
    static void start() {
        build = RunningTestBuild.started(Blueprint.shipped("sabotaged"));
        var application = build.application();
        var instance = Instance.at(URI.create("http://127.0.0.1:" + application.port()), HttpTest.ADMIN_PASSWORD);
        run = new SuiteRun(instance, PATIENCE, Power.of(application));
    }

    @AfterAll
    static void stop() throws IOException {
        build.close();
        if (WRITE) {
            ConformancePage.replace(PART, table());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_sabotage_is_noticed() {
        return Arrays.stream(Sabotage.values())
                .map(sabotage -> DynamicTest.dynamicTest(sabotage.spelling(), () -> {
                    var failed = failedUnder(sabotage);
                    NOTICED.put(sabotage, failed);
                    assertThat(failed).containsAll(sabotage.noticedBy());
                }));
    }

    @Test
    void without_sabotage_the_same_cases_pass() {
        var concerned = Arrays.stream(Sabotage.values())
                .map(Sabotage::noticedBy)
                .flatMap(Collection::stream)
                .filter(name -> !name.equals("restart-in-a-batch"))
                .distinct()
                .toList();

        assertThat(Catalogue.named(concerned).stream().map(run::play))
                .extracting(result -> result.verdict() == Verdict.PASSED ? "" : result.complaint())
                .containsOnly("");
    }

    @Test
    void the_page_names_every_sabotage() throws IOException {
        assertThat(ConformancePage.firstColumn(PART))
                .as("written anew by: mvn test -Dtest=SabotageTest -Dtoritsugi.docs.write=true")
                .isEqualTo(
                        Arrays.stream(Sabotage.values()).map(Sabotage::spelling).toList());
    }

    private static List<String> failedUnder(Sabotage sabotage) {
        var cases = WRITE ? Catalogue.all() : Catalogue.named(sabotage.noticedBy());
        build.sabotage(sabotage);
        try {
            return cases.stream()
                    .map(played -> played(played, sabotage))
                    .filter(result -> result.verdict() == Verdict.FAILED)
                    .peek(result -> LOG.info(
                            "{}, {}: {}", sabotage.spelling(), result.played().name(), result.complaint()))
                    .map(result -> result.played().name())
                    .toList();
        } finally {
            build.sabotage(null);
        }
    }

    /** A restarted application knows nothing of the sabotage any more: it is switched on again for the next case. */
    private static CaseResult played(ConformanceCase played, Sabotage sabotage) {
        var result = run.play(played);
        build.sabotage(null);
        build.sabotage(sabotage);
        return result;
    }

    private static String table() {
        return "| sabotage | 妨害 | what the application does | cases that fail |\n|---|---|---|---|\n"
                + NOTICED.entrySet().stream()
                        .map(entry -> "| `" + entry.getKey().spelling() + "` | "
                                + entry.getKey().what().ja() + " | "
                                + entry.getKey().what().en() + " | "
                                + entry.getValue().stream()
                                        .map(name -> "`" + name + "`")
                                        .collect(Collectors.joining(", "))
                                + " |")
                        .collect(Collectors.joining("\n"));
    }
}
