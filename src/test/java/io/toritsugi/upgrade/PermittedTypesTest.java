package io.toritsugi.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.PermittedTypes.Guest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermittedTypesTest {

    private static final LocalDate DAY = LocalDate.of(2027, 4, 1);

    private final List<UpgradeEdge> edges = new ArrayList<>();

    @Test
    void the_best_path_goes_by_priority_step_by_step_before_length() {
        edge("A", "D", 2);
        edge("A", "B", 1);
        edge("B", "C", 5);
        edge("C", "D", 9);

        assertThat(path("A", "D", null)).containsExactly("A", "B", "C", "D");
        assertThat(path("A", "A", null)).containsExactly("A");
    }

    @Test
    void a_path_that_is_the_beginning_of_another_is_better() {
        edge("A", "B", 1);
        edge("B", "C", 1);
        edge("C", "D", 1);
        edge("B", "D", 1);

        assertThat(path("A", "D", null)).containsExactly("A", "B", "D");
    }

    @Test
    void of_equal_paths_the_first_by_codes_counts() {
        edge("A", "C", 1);
        edge("A", "B", 1);
        edge("B", "E", 2);
        edge("C", "E", 2);
        assertThat(path("A", "E", null)).containsExactly("A", "B", "E");

        edge("C", "D", 1);
        edge("D", "E", 7);
        assertThat(path("A", "E", null)).containsExactly("A", "C", "D", "E");
    }

    @Test
    void a_path_is_no_longer_than_the_rules_allow() {
        edge("A", "D", 2);
        edge("A", "B", 1);
        edge("B", "C", 1);
        edge("C", "D", 1);

        assertThat(path("A", "D", 2)).containsExactly("A", "D");
        assertThat(permitted(2).inReach(guest())).containsEntry(id("D"), Optional.empty());
        assertThat(permitted(1).inReach(guest())).containsEntry(id("C"), Optional.of("upgrade.rule.max_levels"));
        assertThatThrownBy(() -> path("D", "A", null)).isInstanceOf(IllegalArgumentException.class);
    }

    private void edge(String from, String to, int priority) {
        edges.add(new UpgradeEdge(id(from), id(to), priority, UpgradeEdge.Kind.UP, true));
    }

    private List<String> path(String from, String to, @Nullable Integer levels) {
        return permitted(levels).path(id(from), id(to));
    }

    private PermittedTypes permitted(@Nullable Integer levels) {
        var rules = new UpgradeRules(
                levels,
                null,
                null,
                true,
                Smoking.ANY,
                List.of(),
                null,
                false,
                Set.of(),
                Set.of(),
                Placement.SUGGEST_ONLY);
        var types = IntStream.range(0, 5)
                .mapToObj(type -> new TypeFacts(1 + type, String.valueOf((char) ('A' + type)), 2, false, 10_000))
                .toList();
        return new PermittedTypes(new Hierarchy(1, edges, rules), types);
    }

    private static Guest guest() {
        return new Guest(id("A"), DAY, DAY.plusDays(1), 1, null, null);
    }

    private static int id(String code) {
        return 1 + code.charAt(0) - 'A';
    }
}
