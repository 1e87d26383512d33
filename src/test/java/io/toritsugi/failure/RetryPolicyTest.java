package io.toritsugi.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryPolicyTest {

    private static final RetryPolicy HOUSE = new RetryPolicy(Duration.ofMinutes(1), Duration.ofMinutes(60), 8);

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "6,32", "7,60", "8,60", "1000,60"})
    void the_wait_doubles_with_every_attempt_up_to_the_cap(int made, int minutes) {
        assertThat(HOUSE.waitAfter(made, 0)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void the_jitter_is_a_tenth_to_either_side_and_not_always_the_same() {
        var waits = IntStream.range(0, 1000)
                .mapToObj(each -> HOUSE.waitAfter(1, 0.1).toMillis())
                .toList();

        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(54_000L, 66_000L));
        assertThat(waits.stream().mapToLong(Long::longValue).min().orElseThrow())
                .isLessThan(57_000);
        assertThat(waits.stream().mapToLong(Long::longValue).max().orElseThrow())
                .isGreaterThan(63_000);
    }

    @Test
    void waits_that_make_no_sense_are_refused() {
        for (var attempt : List.<Runnable>of(
                () -> new RetryPolicy(Duration.ZERO, Duration.ofMinutes(1), 8),
                () -> new RetryPolicy(Duration.ofMinutes(2), Duration.ofMinutes(1), 8),
                () -> new RetryPolicy(Duration.ofMinutes(1), Duration.ofMinutes(1), 0))) {
            assertThatIllegalArgumentException().isThrownBy(attempt::run);
        }
    }

    @Test
    void the_house_tries_as_the_design_says() {
        var schedule = new RetrySchedule(
                Duration.ofMinutes(1), Duration.ofHours(1), 8, 0.1, Duration.ofDays(2), Duration.ofSeconds(15));

        assertThat(schedule.policy()).isEqualTo(HOUSE);
    }
}
