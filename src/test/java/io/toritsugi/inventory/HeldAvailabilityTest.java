package io.toritsugi.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Changes reach memory after their commits, from many threads: whatever the order, it never goes backwards. */
class HeldAvailabilityTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final int DAY = Math.toIntExact(TODAY.toEpochDay());
    private static final Instant MORNING = Instant.parse("2027-03-01T00:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2027-03-01T15:00:00Z");
    private static final TypeFacts TWIN = new TypeFacts(1, "TWN", 2, false, 14_000);

    @Test
    void a_change_is_taken_in_when_the_one_before_it_was() {
        var held = read(7, 5).after(change(8, 4));

        assertThat(free(held)).isEqualTo(4);
        assertThat(held.current(MORNING)).isTrue();
    }

    @Test
    void a_change_that_comes_early_waits_for_the_one_before_it() {
        var early = read(7, 5).after(change(9, 3));

        assertThat(free(early)).isEqualTo(5);
        assertThat(early.current(MORNING)).isFalse();

        var complete = early.after(change(8, 4));

        assertThat(free(complete)).isEqualTo(3);
        assertThat(complete.current(MORNING)).isTrue();
        assertThat(complete.parked()).isEmpty();
    }

    @Test
    void a_change_that_was_read_already_changes_nothing() {
        assertThat(free(read(7, 5).after(change(6, 1)))).isEqualTo(5);
    }

    @Test
    void what_was_committed_while_the_tables_were_being_read_comes_on_top() {
        var held = HeldAvailability.awaited()
                .after(change(8, 4))
                .after(change(6, 9))
                .read(at(7, 5));

        assertThat(free(held)).isEqualTo(4);
        assertThat(held.current(MORNING)).isTrue();
    }

    @Test
    void what_was_read_replaces_nothing_that_is_newer() {
        var held = read(7, 5).after(change(8, 4)).read(at(7, 5));

        assertThat(free(held)).isEqualTo(4);
    }

    @Test
    void a_change_without_its_counters_has_to_be_read() {
        var held = read(7, 5).after(new InventoryChange(8, 8, List.of(), false));

        assertThat(held.current(MORNING)).isFalse();
        assertThat(held.after(change(9, 2)).current(MORNING)).isFalse();
        assertThat(free(held.after(change(9, 2)).read(at(8, 6)))).isEqualTo(2);
    }

    @Test
    void two_changes_of_one_transaction_are_taken_in_together() {
        var together = change(8, 4).and(change(9, 3));

        assertThat(free(read(7, 5).after(together))).isEqualTo(3);
        assertThat(read(7, 5).after(together).current(MORNING)).isTrue();
    }

    @Test
    void what_another_node_committed_has_to_be_read() {
        var held = read(7, 5).heardOf(8);

        assertThat(held.current(MORNING)).isFalse();
        assertThat(held.read(at(8, 1)).current(MORNING)).isTrue();
    }

    @Test
    void a_horizon_holds_until_the_hotels_midnight_and_not_before_its_first_day() {
        var held = read(7, 5);

        assertThat(held.current(MIDNIGHT.minusMillis(1))).isTrue();
        assertThat(held.current(MIDNIGHT)).isFalse();
        assertThat(held.current(MORNING.minusSeconds(86_400))).isFalse();
    }

    @Test
    void every_order_of_a_hundred_changes_ends_the_same() {
        var changes = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> change(number, number))
                .toList();
        for (int seed = 0; seed < 200; seed++) {
            var shuffled = new ArrayList<>(changes);
            Collections.shuffle(shuffled, new Random(seed));
            var held = read(0, 0);
            int smallest = 0;
            for (var change : shuffled) {
                held = held.after(change);
                assertThat(free(held)).as("seed %d never goes back", seed).isGreaterThanOrEqualTo(smallest);
                smallest = free(held);
            }

            assertThat(free(held)).as("seed %d", seed).isEqualTo(100);
            assertThat(held.parked()).isEmpty();
            assertThat(held.current(MORNING)).isTrue();
        }
    }

    private static int free(HeldAvailability held) {
        return held.grid().free(0, DAY);
    }

    private static HeldAvailability read(long change, int free) {
        return HeldAvailability.awaited().read(at(change, free));
    }

    private static AvailabilityAt at(long change, int free) {
        return new AvailabilityAt(
                change,
                MIDNIGHT.minusSeconds(86_400),
                MIDNIGHT,
                new AvailabilityGrid(List.of(TWIN), TODAY, 2, new int[] {free, 9}, new int[2]));
    }

    private static InventoryChange change(long number, int free) {
        return new InventoryChange(number, number, List.of(new NightCounter(TWIN.id(), DAY, free, 0, false)), true);
    }
}
