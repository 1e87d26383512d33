package io.toritsugi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That the loader loads at all; what it measures is no test's business. */
class LoadBenchTest {

    @Test
    void the_loader_measures_the_application_and_every_normaliser() throws Exception {
        var settings = BenchSettings.of(
                "--directory=" + Path.of("target", "bench", "smoke"),
                "--rounds=1",
                "--telegrams=20",
                "--pushes=20",
                "--singles=2",
                "--durable=false",
                "--java=-Xmx256m -XX:TieredStopAtLevel=1");

        var report = new LoadBench(settings).run();

        assertThat(report).contains("| P1 |", "| P8 |", "| C |", "| new bookings, one hotel |", "| 16 clients |");
        assertThat(report).doesNotContain("NaN", "Infinity");
    }
}
