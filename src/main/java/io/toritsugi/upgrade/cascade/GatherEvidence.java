package io.toritsugi.upgrade.cascade;

import io.toritsugi.upgrade.cascade.CascadeEvidence.Candidate;
import io.toritsugi.upgrade.cascade.CascadeEvidence.Model;
import io.toritsugi.upgrade.cascade.CascadeEvidence.Night;
import io.toritsugi.upgrade.cascade.CascadeEvidence.Rooms;
import io.toritsugi.upgrade.cascade.CascadeEvidence.Window;
import io.toritsugi.upgrade.cascade.LackingNights.LackingNight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Words what was found and what was not. */
final class GatherEvidence {

    private static final String FREE = "upgrade.free";
    private static final String TOO_FEW = "cascade.too_few_movable";

    private final PosedProblem posed;

    private GatherEvidence(PosedProblem posed) {
        this.posed = posed;
    }

    static CascadeEvidence of(PosedProblem posed, Solved solved, CascadeLimits limits) {
        var gathering = new GatherEvidence(posed);
        var problem = posed.problem();
        return new CascadeEvidence(
                solved.method(),
                solved.proven(),
                new Window(LocalDate.ofEpochDay(problem.firstDay()), LocalDate.ofEpochDay(problem.endDay())),
                limits.mostRooms(),
                limits.time().toMillis(),
                new Rooms(
                        posed.placed(),
                        problem.bookings().stream()
                                .mapToInt(booking -> booking.rooms().size())
                                .sum(),
                        gathering.fixed()),
                solved.variables() == 0 ? null : new Model(solved.variables(), solved.constraints()),
                gathering.types());
    }

    private Map<String, Integer> fixed() {
        var fixed = new TreeMap<String, Integer>();
        posed.fixed().forEach((reason, rooms) -> fixed.put(reason.name().toLowerCase(Locale.ROOT), rooms));
        return fixed;
    }

    private List<Candidate> types() {
        var types = new ArrayList<Candidate>();
        posed.problem().places().forEach(place -> types.add(searched(place)));
        posed.free().forEach(place -> types.add(candidate(place, FREE, List.of())));
        posed.barred().forEach((type, rule) -> types.add(barred(type, rule)));
        return types;
    }

    private Candidate searched(Place place) {
        var lacking = LackingNights.of(posed.problem(), place);
        boolean hopeless = lacking.stream().anyMatch(LackingNight::hopeless);
        return candidate(
                place,
                hopeless ? TOO_FEW : null,
                lacking.stream()
                        .map(night -> new Night(LocalDate.ofEpochDay(night.day()), night.lacking(), night.movable()))
                        .toList());
    }

    private Candidate candidate(Place place, @Nullable String code, List<Night> nights) {
        return new Candidate(
                posed.types().get(place.type()).code(), posed.path(place.type()), code, place.cost(), nights);
    }

    private Candidate barred(int type, String rule) {
        var code = posed.types().get(type).code();
        return new Candidate(code, List.of(code), rule, null, List.of());
    }
}
