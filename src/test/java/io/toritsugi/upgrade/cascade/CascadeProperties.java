package io.toritsugi.upgrade.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * On small hotels drawn by lot the product finds what trying everything finds: whether there is a cascade, how few rooms it
 * moves, and how little it costs; and every one keeps locks, freeze window, guests of honour and families.
 *
 * <p>A thousand hotels in the build; {@code -Djqwik.tries.default=20000} runs longer.
 */
class CascadeProperties {

    @Property(shrinking = ShrinkingMode.OFF)
    void a_cascade_is_found_exactly_where_there_is_one_and_none_is_better(@ForAll("hotels") SmallHotel hotel) {
        var expected = EveryCascade.of(hotel);

        var posed = posed(hotel);

        assertThat(posed.needless()).isEqualTo(expected.needless());
        if (expected.needless()) {
            Statistics.collect("needless");
            return;
        }
        var solved = SolveCascade.solve(posed.problem(), hotel.limits().time());
        Statistics.collect(kind(solved));
        assertThat(solved.proven()).isTrue();
        var found = solved.plan() == null
                ? null
                : new EveryCascade.Best(solved.plan().rooms(), solved.plan().cost());
        assertThat(found).as("%s", hotel).isEqualTo(expected.best());
        Statistics.coverage(coverage -> {
            coverage.check("SINGLE, 1").count(c -> c >= 20);
            coverage.check("MIP, 2").count(c -> c >= 5);
            coverage.check("MIP, none").count(c -> c >= 20);
            coverage.check("COUNT, none").count(c -> c >= 20);
        });
    }

    @Property(tries = 300, shrinking = ShrinkingMode.OFF)
    void the_same_question_has_the_same_answer(@ForAll("hotels") SmallHotel hotel) {
        var problem = posed(hotel).problem();

        var first = SolveCascade.solve(problem, hotel.limits().time());

        var again = SolveCascade.solve(posed(hotel).problem(), hotel.limits().time());
        assertThat(again).usingRecursiveComparison().isEqualTo(first);
    }

    private static PosedProblem posed(SmallHotel hotel) {
        return PoseProblem.pose(
                hotel.question(),
                hotel.limits(),
                hotel.hierarchy(),
                hotel.grid(),
                hotel.placedInWindow(),
                SmallHotel.TODAY);
    }

    private static String kind(Solved solved) {
        return solved.method() + ", "
                + (solved.plan() == null ? "none" : solved.plan().rooms());
    }

    @Provide
    Arbitrary<SmallHotel> hotels() {
        return Arbitraries.randomValue(lot -> lot.nextBoolean() ? SmallHotel.drawPuzzle(lot) : SmallHotel.draw(lot));
    }
}
