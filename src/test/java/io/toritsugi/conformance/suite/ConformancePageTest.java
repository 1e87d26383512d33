package io.toritsugi.conformance.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The page that the README leads to says what the suite is. */
class ConformancePageTest {

    @Test
    void the_page_lists_the_cases_of_the_suite() throws IOException {
        assertThat(ConformancePage.firstColumn(ConformancePage.CASES))
                .as("written anew by: conformance/run --write-docs")
                .isEqualTo(Catalogue.all().stream().map(ConformanceCase::name).toList());
    }

    @Test
    void no_case_of_the_last_run_failed() throws IOException {
        assertThat(ConformancePage.part(ConformancePage.CASES))
                .contains(" passed, 0 failed, ")
                .doesNotContain(Verdict.FAILED.wording().en());
    }
}
