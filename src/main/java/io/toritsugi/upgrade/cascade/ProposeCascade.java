package io.toritsugi.upgrade.cascade;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.TimeOrderedId;
import io.toritsugi.hierarchy.Hierarchies;
import io.toritsugi.inventory.Availability;
import io.toritsugi.upgrade.PlacedRooms;
import io.toritsugi.upgrade.cascade.CascadePlan.Move;
import io.toritsugi.upgrade.cascade.CascadeQuestion.Purpose;
import io.toritsugi.upgrade.cascade.Proposal.ProposedMove;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for a cascade, outside of any transaction, and keeps what it found for somebody to decide about. */
@Component
class ProposeCascade {

    private final Hierarchies hierarchies;
    private final Availability availability;
    private final PlacedRooms placedRooms;
    private final CascadeDesk desk;
    private final ObjectMapper json;
    private final Clock clock;

    ProposeCascade(
            Hierarchies hierarchies,
            Availability availability,
            PlacedRooms placedRooms,
            CascadeDesk desk,
            ObjectMapper json,
            Clock clock) {
        this.hierarchies = hierarchies;
        this.availability = availability;
        this.placedRooms = placedRooms;
        this.desk = desk;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param proposal the number of the proposal; null when there is none
     * @param none why there is none; null when there is one
     */
    record Answer(@Nullable UUID proposal, @Nullable NoCascade none) {}

    /**
     * Looks for the best cascade within the limits.
     *
     * @throws ProblemException {@code request.invalid} when the nights are beyond the horizon
     */
    Answer propose(Caller caller, HotelRef hotel, CascadeQuestion question, CascadeLimits limits) {
        var grid = availability.of(hotel.id());
        var window = PoseProblem.window(question, limits, grid);
        if (window == null) {
            throw ProblemException.ofField(question.purpose() == Purpose.DAY ? "date" : "checkIn");
        }
        var hierarchy = hierarchies.of(hotel.id());
        var posed = PoseProblem.pose(
                question,
                limits,
                hierarchy,
                grid,
                placedRooms.in(hotel.id(), window.from(), window.to()),
                hotel.today(clock));
        var solved = posed.needless()
                ? new Solved(null, true, Solved.Method.COUNT, 0, 0)
                : SolveCascade.solve(posed.problem(), limits.time());
        var evidence = GatherEvidence.of(posed, solved, limits);
        if (solved.plan() == null) {
            return new Answer(null, new NoCascade(reason(posed, solved), evidence));
        }
        var proposal = proposal(caller, posed, solved.plan(), evidence, limits);
        desk.propose(caller, hotel, proposal, hierarchy.version());
        return new Answer(proposal.id(), null);
    }

    private static String reason(PosedProblem posed, Solved solved) {
        if (posed.needless()) {
            return NoCascade.NOT_NEEDED;
        }
        if (!solved.proven()) {
            return NoCascade.NOT_PROVEN;
        }
        return posed.free().isEmpty() ? NoCascade.NONE : NoCascade.DIRECT;
    }

    private Proposal proposal(
            Caller caller, PosedProblem posed, CascadePlan plan, CascadeEvidence evidence, CascadeLimits limits) {
        var question = posed.question();
        return new Proposal(
                TimeOrderedId.at(clock.instant()),
                Proposal.PROPOSED,
                question.purpose(),
                question.failureId(),
                question.requested(),
                question.first(),
                question.end(),
                question.guests(),
                question.rooms(),
                question.purpose() == Purpose.DAY
                        ? null
                        : posed.types().get(plan.place().type()).ref(),
                limits.window(),
                limits.mostRooms(),
                plan.cost(),
                evidence.method().name().toLowerCase(Locale.ROOT),
                json.valueToTree(evidence),
                caller.name(),
                OffsetDateTime.now(clock),
                null,
                null,
                null,
                null,
                plan.moves().stream().flatMap(move -> moves(posed, move)).toList());
    }

    private static Stream<ProposedMove> moves(PosedProblem posed, Move move) {
        var to = posed.types().get(move.target().type());
        return move.booking().rooms().stream()
                .filter(room -> room.type() != move.target().type())
                .map(room -> new ProposedMove(
                        room.placed().reservation(),
                        room.placed().roomNo(),
                        posed.types().get(room.type()).ref(),
                        to.ref(),
                        room.placed().revision(),
                        null,
                        LocalDate.ofEpochDay(room.first()),
                        LocalDate.ofEpochDay(room.end()),
                        PoseProblem.givenAway(posed.types().get(room.type()), to) * room.nights(),
                        null,
                        null,
                        null));
    }
}
