package io.toritsugi.upgrade.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SolveCascadeTest {

    private static final CascadeLimits LIMITS = new CascadeLimits(5, 4, Duration.ofMinutes(1));

    /** Questions for which models are needed, in a hotel in which everything is close to full. */
    private static List<CascadeProblem> hard() {
        var hotel = new LargeHotel(100, 0.95, 7);
        var hard = new ArrayList<CascadeProblem>();
        while (hard.size() < 4) {
            var asked = hotel.ask(10, 50);
            if (hotel.placeOf(asked) < 0) {
                var problem = hotel.pose(asked, LIMITS).problem();
                if (SolveCascade.solve(problem, LIMITS.time()).method() == Solved.Method.MIP) {
                    hard.add(problem);
                }
            }
        }
        return hard;
    }

    @Test
    void what_was_not_searched_to_the_end_is_called_no_proof() {
        for (var problem : hard()) {
            var stopped = SolveCascade.solve(problem, Duration.ofNanos(1));

            assertThat(stopped.proven()).isFalse();
            assertThat(stopped.plan()).isNull();
        }
    }

    @Test
    void whatever_the_time_a_proof_says_what_all_the_time_says() {
        for (var problem : hard()) {
            var whole = SolveCascade.solve(problem, LIMITS.time());
            assertThat(whole.proven()).isTrue();
            for (int millis : new int[] {5, 20, 60, 150}) {
                var hurried = SolveCascade.solve(problem, Duration.ofMillis(millis));

                if (hurried.proven()) {
                    assertThat(hurried).usingRecursiveComparison().isEqualTo(whole);
                } else if (hurried.plan() != null) {
                    assertThat(hurried.plan().solves(problem)).isTrue();
                }
            }
        }
    }
}
