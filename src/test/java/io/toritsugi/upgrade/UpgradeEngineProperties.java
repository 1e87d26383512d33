package io.toritsugi.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The engine agrees with a search that tries everything, on thousands of random hotels. More of them:
 * {@code -Dtoritsugi.upgrade.stays=1000} (a hotel has that many stays instead of four).
 */
class UpgradeEngineProperties {

    private static final int STAYS = Integer.getInteger("toritsugi.upgrade.stays", 4);

    @Property(tries = 4000, shrinking = ShrinkingMode.OFF)
    void options_order_evidence_and_proofs_are_those_of_an_exhaustive_search(@ForAll Random random) {
        var hotel = DrawnHotel.draw(random);
        var engine = new UpgradeEngine(hotel.hierarchy(), hotel.types());
        boolean costs = random.nextBoolean();
        var demand = costs
                ? new DemandModel((int) DrawnHotel.TODAY.toEpochDay(), DrawnHotel.PAST_NIGHTS, hotel.pickUps())
                : null;
        for (int stay = 0; stay < STAYS; stay++) {
            var request = hotel.drawStay(random);

            var answered = engine.suggest(request, hotel.grid(), demand);

            assertThat(answered)
                    .as("%s in %s", request, hotel)
                    .isEqualTo(new ExhaustiveUpgrades(hotel, costs).suggest(request));
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void there_is_an_option_or_a_reason_and_never_both(@ForAll Random random) {
        var hotel = DrawnHotel.draw(random);
        var answered =
                new UpgradeEngine(hotel.hierarchy(), hotel.types()).suggest(hotel.drawStay(random), hotel.grid(), null);

        if (answered.none() == null) {
            assertThat(answered.options()).isNotEmpty();
        } else {
            assertThat(answered.options()).isEmpty();
            assertThat(answered.none().reasons()).isNotEmpty();
        }
    }

    @Property(tries = 1000, shrinking = ShrinkingMode.OFF)
    void all_paths_are_listed_best_first_and_counted(@ForAll Random random) {
        var hotel = DrawnHotel.draw(random);
        var graph = new UpgradeGraph(hotel.hierarchy().edges(), hotel.types());
        int from = random.nextInt(hotel.types().size());
        int to = random.nextInt(hotel.types().size());
        int most = 1 + random.nextInt(8);
        var all = new ExhaustiveUpgrades(hotel, false)
                .paths(hotel.types().get(from)).stream()
                        .filter(path -> path.end().equals(hotel.types().get(to)))
                        .sorted(ExhaustiveUpgrades.BY_PRIORITY_THEN_CODES.thenComparing(
                                Comparator.comparing(path -> path.types().size())))
                        .toList();

        var found = new AllPaths(graph, most).between(from, to);

        assertThat(found.total()).isEqualTo(all.size());
        assertThat(found.best())
                .extracting(way -> way.types().stream()
                        .map(type -> hotel.types().get(type).code())
                        .toList())
                .containsExactlyElementsOf(all.stream()
                        .limit(most)
                        .map(ExhaustiveUpgrades.Path::codes)
                        .toList());
        assertThat(found.best())
                .extracting(AllPaths.Way::priorities)
                .containsExactlyElementsOf(all.stream()
                        .limit(most)
                        .map(ExhaustiveUpgrades.Path::priority)
                        .toList());
    }
}
