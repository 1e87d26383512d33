package io.toritsugi.conformance.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong in the machine room, no booking is lost and none is doubled; the short form of {@code conformance/chaos}. */
class ChaosTest {

    private static final Logger LOG = LoggerFactory.getLogger(ChaosTest.class);
    private static final ChaosRun RUN = new ChaosRun(ChaosForm.brief());

    @AfterAll
    static void stop() {
        RUN.close();
    }

    @TestFactory
    Stream<DynamicTest> nothing_is_lost_and_nothing_doubled() {
        return Calamities.all().stream()
                .map(played -> DynamicTest.dynamicTest(played.name(), () -> {
                    var outcome = RUN.play(played);
                    LOG.info("{}: {}, recovered {}", played.name(), outcome.tally(), outcome.recoveries());
                    assertThat(outcome.complaints()).isEmpty();
                    assertThat(outcome.tally().acknowledged())
                            .isGreaterThanOrEqualTo(ChaosForm.brief().telegrams());
                    assertThat(outcome.refusals().keySet())
                            .as("senders are told to come again, nothing else")
                            .allMatch("503 system.database"::equals);
                }));
    }

    @Test
    void the_page_has_every_case_and_nothing_lost() throws IOException {
        var rows = Files.readString(ChaosReport.PAGE)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .as("written anew by: conformance/chaos --write-docs")
                .hasSameSizeAs(Calamities.all())
                .zipSatisfy(
                        Calamities.all(),
                        (row, played) -> assertThat(row)
                                .startsWith("| `" + played.name() + "` |")
                                .matches("(\\|[^|]*){3}\\| 0 \\| 0 \\| 0 \\|.*"));
    }
}
