package io.toritsugi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.database.TestDatabase;
import org.junit.jupiter.api.Test;

/** That the bench of the retry queue measures at all; what it measures is no test's business. */
class RetryBenchTest {

    @Test
    void the_bench_measures_the_queue_beside_plain_statements() throws Exception {
        var report = new RetryBench(TestDatabase.freshUrl(), 200, 1).run();

        assertThat(report).contains("| 1 |", "| 10 |", "| 100 |").doesNotContain("NaN", "Infinity");
    }
}
