package io.toritsugi.upgrade;

import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules;
import io.toritsugi.hierarchy.UpgradeRules.Blackout;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.DemandModel.PickUp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A hotel drawn at random, small enough that all its paths can be tried: up to nine types, relations without a cycle, some of
 * them closed, many of equal priority, nights from oversold to free, rules of every kind.
 */
record DrawnHotel(
        List<TypeFacts> types,
        Hierarchy hierarchy,
        Map<NightKey, Integer> free,
        List<PickUp> pickUps,
        AvailabilityGrid grid) {

    static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    static final int NIGHTS = 12;
    static final int PAST_NIGHTS = 28;

    static DrawnHotel draw(Random random) {
        var types = types(random);
        var free = new TreeMap<NightKey, Integer>();
        int scarcity = 1 + random.nextInt(4);
        var numbers = new int[types.size() * NIGHTS];
        for (int type = 0; type < types.size(); type++) {
            for (int night = 0; night < NIGHTS; night++) {
                int rooms = random.nextInt(scarcity + 3) - scarcity / 2;
                numbers[type * NIGHTS + night] = rooms;
                free.put(new NightKey(types.get(type).id(), TODAY.plusDays(night)), rooms);
            }
        }
        return new DrawnHotel(
                types,
                new Hierarchy(random.nextInt(100), edges(types, random), rules(random)),
                free,
                pickUps(types, random),
                new AvailabilityGrid(types, TODAY, NIGHTS, numbers, new int[numbers.length]));
    }

    private static List<TypeFacts> types(Random random) {
        var codes = new ArrayList<>(List.of("SGL", "DBL", "TWN", "FAM", "JPN", "STE", "A", "AB", "Z9"));
        var ids = new ArrayList<>(List.of(3, 14, 15, 92, 65, 35, 89, 79, 32));
        Collections.shuffle(codes, random);
        Collections.shuffle(ids, random);
        var types = new ArrayList<TypeFacts>();
        int count = 1 + random.nextInt(9);
        for (int type = 0; type < count; type++) {
            types.add(new TypeFacts(
                    ids.get(type),
                    codes.get(type),
                    1 + random.nextInt(4),
                    random.nextInt(4) == 0,
                    10_000 + 2_000 * random.nextInt(4)));
        }
        return types;
    }

    private static List<UpgradeEdge> edges(List<TypeFacts> types, Random random) {
        var order = new ArrayList<>(types);
        Collections.shuffle(order, random);
        int density = 1 + random.nextInt(4);
        int priorities = 1 + random.nextInt(4);
        var edges = new ArrayList<UpgradeEdge>();
        for (int from = 0; from < order.size(); from++) {
            for (int to = from + 1; to < order.size(); to++) {
                if (random.nextInt(4) < density) {
                    edges.add(new UpgradeEdge(
                            order.get(from).id(),
                            order.get(to).id(),
                            1 + random.nextInt(priorities),
                            random.nextBoolean() ? UpgradeEdge.Kind.UP : UpgradeEdge.Kind.SIDEWAYS,
                            random.nextInt(6) > 0));
                }
            }
        }
        Collections.shuffle(edges, random);
        return edges;
    }

    private static UpgradeRules rules(Random random) {
        return new UpgradeRules(
                maybe(random, random.nextInt(4)),
                maybe(random, 2_000 * random.nextInt(4)),
                maybe(random, 10 * random.nextInt(5)),
                random.nextInt(3) > 0,
                random.nextInt(3) == 0 ? Smoking.MATCH : Smoking.ANY,
                blackouts(random),
                null,
                random.nextInt(3) == 0,
                random.nextInt(8) == 0 ? Set.of("jalan") : Set.of("ikyu"),
                random.nextInt(8) == 0 ? Set.of("P1") : Set.of(),
                Placement.SUGGEST_ONLY);
    }

    private static @Nullable Integer maybe(Random random, int value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    private static List<Blackout> blackouts(Random random) {
        var blackouts = new ArrayList<Blackout>();
        while (random.nextInt(5) == 0) {
            var from = TODAY.plusDays(random.nextInt(NIGHTS));
            blackouts.add(new Blackout(from, from.plusDays(random.nextInt(3))));
        }
        return blackouts;
    }

    private static List<PickUp> pickUps(List<TypeFacts> types, Random random) {
        var pickUps = new ArrayList<PickUp>();
        for (int number = random.nextInt(60); number > 0; number--) {
            pickUps.add(new PickUp(
                    types.get(random.nextInt(types.size())).id(),
                    1 + random.nextInt(7),
                    random.nextInt(20),
                    1 + random.nextInt(6)));
        }
        return pickUps;
    }

    /** A stay that this hotel may be asked about. */
    UpgradeRequest drawStay(Random random) {
        var requested = types.get(random.nextInt(types.size()));
        int first = random.nextInt(NIGHTS);
        int nights = 1 + random.nextInt(Math.min(4, NIGHTS - first));
        var checkIn = TODAY.plusDays(first);
        SortedSet<NightKey> lacking = new TreeSet<>();
        if (random.nextBoolean()) {
            for (int night = 0; night < nights; night++) {
                if (random.nextBoolean()) {
                    lacking.add(new NightKey(requested.id(), checkIn.plusDays(night)));
                }
            }
        }
        return new UpgradeRequest(
                1,
                requested.ref(),
                checkIn,
                checkIn.plusDays(nights),
                random.nextInt(5),
                1 + random.nextInt(2),
                lacking,
                random.nextBoolean() ? "jalan" : null,
                random.nextBoolean() ? "P1" : null);
    }
}
