package io.toritsugi.upgrade;

import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules;
import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.DemandModel.PickUp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one suggestion costs on one core: stays over the whole horizon, asked for by any type, in a hotel whose nights are half
 * full; beside it a bare loop over the same numbers. Growth is seen with {@code -p types=…}, {@code edges}, {@code nights}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class UpgradeBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);
    private static final int HORIZON = 540;
    private static final int STAYS = 1024;

    /** Room types of the hotel. */
    @Param("50")
    int types;

    /** Relations that leave each type. */
    @Param("4")
    int edges;

    /** Nights of a stay. */
    @Param("3")
    int nights;

    private final Random random = new Random(7);
    private final List<UpgradeRequest> stays = new ArrayList<>();
    private final List<UpgradeRequest> staysFromTheBottom = new ArrayList<>();
    private List<TypeFacts> facts = List.of();
    private Hierarchy hierarchy = new Hierarchy(1, List.of(), UpgradeRules.NONE);
    private @Nullable AvailabilityGrid grid;
    private @Nullable AvailabilityGrid full;
    private @Nullable DemandModel demand;
    private @Nullable UpgradeEngine engine;
    private int[] numbers = new int[0];
    private int next;

    @Setup
    public void open() {
        facts = new ArrayList<>();
        for (int type = 0; type < types; type++) {
            facts.add(new TypeFacts(type + 1, "T%03d".formatted(type), 2 + type / 20, false, 8_000 + 500 * type));
        }
        hierarchy = new Hierarchy(1, edges(), UpgradeRules.NONE);
        numbers = random.ints((long) types * HORIZON, 0, 12)
                .map(rooms -> Math.max(0, rooms - 3))
                .toArray();
        grid = new AvailabilityGrid(facts, TODAY, HORIZON, numbers, new int[numbers.length]);
        full = new AvailabilityGrid(facts, TODAY, HORIZON, new int[numbers.length], new int[numbers.length]);
        demand = new DemandModel((int) TODAY.toEpochDay(), 90, pickUps());
        engine = new UpgradeEngine(hierarchy, facts);
        for (int stay = 0; stay < STAYS; stay++) {
            stays.add(stay(random.nextInt(types)));
            staysFromTheBottom.add(stay(0));
        }
    }

    /** Each type leads to the next one and to some above it: from the bottom all are in reach. */
    private List<UpgradeEdge> edges() {
        var relations = new ArrayList<UpgradeEdge>();
        for (int from = 0; from < types; from++) {
            for (int edge = 1; edge <= edges && from + edge < types; edge++) {
                relations.add(
                        new UpgradeEdge(from + 1, from + edge + 1, 1 + random.nextInt(3), UpgradeEdge.Kind.UP, true));
            }
        }
        return relations;
    }

    private List<PickUp> pickUps() {
        return random.ints(20_000, 0, Integer.MAX_VALUE)
                .mapToObj(draw -> new PickUp(1 + draw % types, 1 + draw % 7, draw % 60, 1))
                .toList();
    }

    private UpgradeRequest stay(int type) {
        var checkIn = TODAY.plusDays(random.nextInt(HORIZON - nights));
        return new UpgradeRequest(
                1, facts.get(type).ref(), checkIn, checkIn.plusDays(nights), 2, 1, Collections.emptySortedSet());
    }

    private UpgradeRequest nextOf(List<UpgradeRequest> asked) {
        next = (next + 1) % STAYS;
        return asked.get(next);
    }

    @Benchmark
    public UpgradeSuggestion suggest() {
        return engine.suggest(nextOf(stays), grid, null);
    }

    @Benchmark
    public UpgradeSuggestion suggestWithDisplacementCost() {
        return engine.suggest(nextOf(stays), grid, demand);
    }

    @Benchmark
    public UpgradeSuggestion suggestWithEveryTypeInReach() {
        return engine.suggest(nextOf(staysFromTheBottom), grid, null);
    }

    @Benchmark
    public int suggestAndReadTheEvidence() {
        int free = 0;
        for (var option : engine.suggest(nextOf(stays), grid, null).options()) {
            for (var night : option.nights()) {
                free += night.date().getDayOfMonth() + night.free();
            }
        }
        return free;
    }

    @Benchmark
    public UpgradeSuggestion proveThatThereIsNone() {
        return engine.suggest(nextOf(stays), full, null);
    }

    /** The engine of a changed hierarchy, and its first answer with every type in reach. */
    @Benchmark
    public UpgradeSuggestion compile() {
        return new UpgradeEngine(hierarchy, facts).suggest(nextOf(staysFromTheBottom), grid, null);
    }

    /** No paths, no order, no evidence: how many of the types above the requested one are free on each night. */
    @Benchmark
    public int bareLoop() {
        var stay = nextOf(stays);
        int first = (int) (stay.checkIn().toEpochDay() - TODAY.toEpochDay());
        int free = 0;
        for (int type = stay.requested().id(); type < types; type++) {
            int smallest = Integer.MAX_VALUE;
            for (int night = first; night < first + nights; night++) {
                smallest = Math.min(smallest, numbers[type * HORIZON + night]);
            }
            free += smallest >= 1 ? 1 : 0;
        }
        return free;
    }
}
