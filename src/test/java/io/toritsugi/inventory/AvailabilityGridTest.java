package io.toritsugi.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class AvailabilityGridTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final int DAY = Math.toIntExact(TODAY.toEpochDay());
    private static final List<TypeFacts> TYPES =
            List.of(new TypeFacts(11, "SGL", 1, false, 9_000), new TypeFacts(12, "TWN", 2, true, 14_000));

    private final AvailabilityGrid grid =
            new AvailabilityGrid(TYPES, TODAY, 3, new int[] {5, 4, -1, 7, 0, 2}, new int[] {0, 0, 2, 0, 1, 0});

    @Test
    void a_type_is_found_by_code_and_by_number() {
        assertThat(grid.indexOf("TWN")).isEqualTo(1);
        assertThat(grid.indexOf(12)).isEqualTo(1);
        assertThat(grid.indexOf("JPN")).isEqualTo(-1);
        assertThat(grid.indexOf(99)).isEqualTo(-1);
        assertThat(grid.types()).isEqualTo(TYPES);
    }

    @Test
    void a_night_tells_what_is_free_and_what_may_be_sold() {
        assertThat(grid.free(0, DAY + 2)).isEqualTo(-1);
        assertThat(grid.sellable(0, DAY + 2)).isEqualTo(1);
        assertThat(grid.free(1, DAY)).isEqualTo(7);
    }

    @Test
    void a_stay_tells_its_scarcest_night() {
        assertThat(grid.smallestFree(1, DAY, DAY + 3)).isZero();
        assertThat(grid.smallestFree(1, DAY + 2, DAY + 3)).isEqualTo(2);
        assertThat(grid.freeThroughout(0, DAY, DAY + 2, 4)).isTrue();
        assertThat(grid.freeThroughout(0, DAY, DAY + 2, 5)).isFalse();
        assertThat(grid.freeThroughout(0, DAY, DAY + 3, 1)).isFalse();
    }

    @Test
    void a_night_outside_of_the_horizon_is_no_night_of_the_next_type() {
        assertThatThrownBy(() -> grid.free(0, DAY + 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> grid.sellable(1, DAY - 1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> grid.stopped(0, DAY + 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> grid.smallestFree(0, DAY + 1, DAY + 4)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> grid.freeThroughout(0, DAY - 1, DAY, 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_change_makes_another_grid_and_leaves_this_one_as_it_is() {
        var changed = grid.with(List.of(
                new NightCounter(12, DAY + 1, 3, 4, true),
                new NightCounter(12, DAY + 3, 9, 9, true),
                new NightCounter(99, DAY, 9, 9, true)));

        assertThat(changed.free(1, DAY + 1)).isEqualTo(3);
        assertThat(changed.sellable(1, DAY + 1)).isEqualTo(7);
        assertThat(changed.stopped(1, DAY + 1)).isTrue();
        assertThat(changed.smallestFree(1, DAY, DAY + 3)).isEqualTo(2);
        assertThat(grid.free(1, DAY + 1)).isZero();
        assertThat(grid.sellable(1, DAY + 1)).isEqualTo(1);
        assertThat(grid.stopped(1, DAY + 1)).isFalse();
    }

    @Test
    void a_grid_has_a_number_for_every_type_and_night() {
        assertThatThrownBy(() -> new AvailabilityGrid(TYPES, TODAY, 3, new int[5], new int[6]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
