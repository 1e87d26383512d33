package io.toritsugi.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.ApplicationProcess;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The public suite passes on the real application; each case is a test of its own. */
class ConformanceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ApplicationProcess application;

    @BeforeAll
    static void start() {
        application = ApplicationProcess.started("conformance");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @TestFactory
    Stream<DynamicTest> every_case_passes() {
        var instance = Instance.at(URI.create("http://127.0.0.1:" + application.port()), HttpTest.ADMIN_PASSWORD);
        var run = new SuiteRun(instance, PATIENCE, Power.of(application));
        return Catalogue.all().stream()
                .map(played -> DynamicTest.dynamicTest(played.name(), () -> {
                    var result = run.play(played);
                    assertThat(result.verdict()).as(result.complaint()).isEqualTo(Verdict.PASSED);
                }));
    }
}
