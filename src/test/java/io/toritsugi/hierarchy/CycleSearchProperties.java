package io.toritsugi.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.toritsugi.database.TestDatabase;
import io.toritsugi.hierarchy.Edge.Pair;
import io.toritsugi.hierarchy.UpgradeEdge.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The service's look for cycles and the database's agree with a plain topological sort on random graphs.
 *
 * <p>Short form in the build; {@code -Djqwik.tries.default=100000} runs longer.
 */
class CycleSearchProperties {

    private static final int TYPES = 8;

    private static HikariDataSource pool;
    private static JdbcClient database;

    @BeforeContainer
    static void aHotelWithoutGuard() {
        pool = TestDatabase.fresh();
        database = JdbcClient.create(pool);
        database.sql("alter table hierarchy_edge disable trigger user").update();
        database.sql("insert into hotel (code, name) values ('H', 'H')").update();
        database.sql("""
                insert into room_type (hotel_id, code, name, capacity, base_rate)
                select h.id, 'T' || n, 'T', 2, 0 from hotel h, generate_series(0, 7) as n
                """).update();
    }

    @AfterContainer
    static void close() {
        pool.close();
    }

    @Property
    void a_cycle_is_found_exactly_where_no_order_exists_and_every_step_of_it_is_a_relation(
            @ForAll("graphs") List<Pair> pairs) {
        var cycles = CycleSearch.in(edges(pairs));

        assertThat(cycles.isEmpty()).isEqualTo(!ReferenceSort.hasCycle(pairs));
        assertThat(cycles).allSatisfy(cycle -> assertGoesRound(cycle, pairs));
    }

    @Property
    void the_first_cycle_is_as_short_as_any_and_begins_with_the_type_that_was_named_first(
            @ForAll("graphs") List<Pair> pairs) {
        var cycles = CycleSearch.in(edges(pairs));

        if (!cycles.isEmpty()) {
            var found = cycles.get(0);
            var named = pairs.stream()
                    .flatMap(pair -> List.of(pair.from(), pair.to()).stream())
                    .distinct()
                    .toList();
            assertThat(found.size() - 1).isEqualTo(shortestCycle(pairs));
            assertThat(found)
                    .allSatisfy(type ->
                            assertThat(named.indexOf(type)).isGreaterThanOrEqualTo(named.indexOf(found.get(0))));
        }
    }

    @Property(tries = 300)
    void the_database_finds_a_cycle_exactly_where_the_service_does(@ForAll("graphs") List<Pair> pairs) {
        var others = pairs.stream()
                .filter(pair -> !pair.from().equals(pair.to()))
                .distinct()
                .toList();

        var cycle = cycleInDatabase(others);

        assertThat(cycle.isEmpty()).isEqualTo(!ReferenceSort.hasCycle(others));
        if (!cycle.isEmpty()) {
            assertGoesRound(cycle, others);
        }
    }

    @Provide
    Arbitrary<List<Pair>> graphs() {
        var types = Arbitraries.integers().between(0, TYPES - 1).map(number -> "T" + number);
        // Mostly towards the higher number, so that there are large graphs without a cycle, too.
        var rising = Combinators.combine(types, types)
                .as((one, other) -> one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one))
                .filter(pair -> !pair.from().equals(pair.to()));
        var any = Combinators.combine(types, types).as(Pair::new);
        return Arbitraries.frequencyOf(Tuple.of(30, rising), Tuple.of(1, any))
                .list()
                .ofMaxSize(30);
    }

    private static List<Edge> edges(List<Pair> pairs) {
        return pairs.stream()
                .map(pair -> new Edge(null, pair.from(), pair.to(), 1, true, Kind.UP))
                .toList();
    }

    private static void assertGoesRound(List<String> cycle, List<Pair> pairs) {
        assertThat(cycle).hasSizeGreaterThan(1).endsWith(cycle.get(0));
        assertThat(cycle.subList(1, cycle.size())).doesNotHaveDuplicates();
        assertThat(pairs)
                .containsAll(IntStream.range(1, cycle.size())
                        .mapToObj(step -> new Pair(cycle.get(step - 1), cycle.get(step)))
                        .toList());
    }

    /** In the plainest way: from each type, as many steps as it takes to be back. */
    private static int shortestCycle(List<Pair> pairs) {
        return IntStream.range(0, TYPES)
                .map(start -> stepsRound("T" + start, pairs))
                .min()
                .orElseThrow();
    }

    private static int stepsRound(String start, List<Pair> pairs) {
        Set<String> reached = Set.of(start);
        for (int steps = 1; steps <= TYPES; steps++) {
            var next = new HashSet<String>();
            for (var pair : pairs) {
                if (reached.contains(pair.from())) {
                    next.add(pair.to());
                }
            }
            if (next.contains(start)) {
                return steps;
            }
            reached = next;
        }
        return Integer.MAX_VALUE;
    }

    private static List<String> cycleInDatabase(List<Pair> pairs) {
        database.sql("delete from hierarchy_edge").update();
        database.sql("""
                        insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority)
                        select f.hotel_id, f.id, t.id, 1
                        from unnest(:from::text[], :to::text[]) as w (from_type, to_type)
                                 join room_type f on f.code = w.from_type
                                 join room_type t on t.code = w.to_type
                        """)
                .param("from", pairs.stream().map(Pair::from).toArray(String[]::new))
                .param("to", pairs.stream().map(Pair::to).toArray(String[]::new))
                .update();
        return database.sql("""
                        select t.code
                        from hotel h, unnest(hierarchy_cycle(h.id)) with ordinality as cycle (id, place)
                                          join room_type t on t.id = cycle.id
                        order by cycle.place
                        """).query(String.class).list();
    }
}
