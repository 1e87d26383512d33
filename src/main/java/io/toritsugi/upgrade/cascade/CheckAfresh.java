package io.toritsugi.upgrade.cascade;

import io.toritsugi.access.HotelRef;
import io.toritsugi.hierarchy.Hierarchies;
import io.toritsugi.inventory.Availability;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.upgrade.PlacedRoom;
import io.toritsugi.upgrade.PlacedRooms;
import io.toritsugi.upgrade.cascade.CascadeQuestion.Purpose;
import io.toritsugi.upgrade.cascade.Proposal.ProposedMove;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Whether a proposal still holds: the same question, posed once more to the hotel as it is now; to be asked under its lock.
 */
@Component
class CheckAfresh {

    private final CascadeQuestions questions;
    private final Hierarchies hierarchies;
    private final Availability availability;
    private final CurrentRooms currentRooms;
    private final PlacedRooms placedRooms;
    private final CascadeSettings settings;
    private final Clock clock;

    CheckAfresh(
            CascadeQuestions questions,
            Hierarchies hierarchies,
            Availability availability,
            CurrentRooms currentRooms,
            PlacedRooms placedRooms,
            CascadeSettings settings,
            Clock clock) {
        this.questions = questions;
        this.hierarchies = hierarchies;
        this.availability = availability;
        this.currentRooms = currentRooms;
        this.placedRooms = placedRooms;
        this.settings = settings;
        this.clock = clock;
    }

    /** What bars a proposal from being applied; empty when nothing does. */
    List<Obstacle> beforeApplying(HotelRef hotel, Proposal proposal) {
        var question = question(hotel, proposal);
        if (question.isEmpty()) {
            return List.of(Obstacle.FAILURE_CHANGED);
        }
        var known = availability.of(hotel.id());
        var limits = proposal.limits(settings);
        var window = PoseProblem.window(question.get(), limits, known);
        if (window == null) {
            return List.of(Obstacle.PAST);
        }
        var posed = PoseProblem.pose(
                question.get(),
                limits,
                hierarchies.of(hotel.id()),
                currentRooms.of(hotel.id(), known.types(), window.from(), window.to()),
                placedRooms.in(hotel.id(), window.from(), window.to()),
                hotel.today(clock));
        return obstacles(hotel, proposal, posed);
    }

    private Optional<CascadeQuestion> question(HotelRef hotel, Proposal proposal) {
        if (proposal.failureId() != null) {
            return questions
                    .ofFailureIfOpen(hotel, proposal.failureId())
                    .filter(now -> now.requested().id() == proposal.requested().id()
                            && now.first().equals(proposal.checkIn())
                            && now.end().equals(proposal.checkOut())
                            && now.rooms() == proposal.rooms());
        }
        return Optional.of(
                proposal.purpose() == Purpose.DAY
                        ? CascadeQuestion.ofDay(proposal.requested(), proposal.checkIn())
                        : CascadeQuestion.ofStay(
                                proposal.requested(),
                                proposal.checkIn(),
                                proposal.checkOut(),
                                proposal.guests(),
                                proposal.rooms()));
    }

    private List<Obstacle> obstacles(HotelRef hotel, Proposal proposal, PosedProblem posed) {
        var freed = proposal.freed() == null ? proposal.requested() : proposal.freed();
        if (posed.free().stream().anyMatch(place -> posed.id(place.type()) == freed.id())) {
            return List.of(Obstacle.NOT_NEEDED);
        }
        var place = posed.problem().places().stream()
                .filter(wanted -> posed.id(wanted.type()) == freed.id())
                .findFirst();
        if (place.isEmpty()) {
            return List.of(Obstacle.barred(null, freed.code()));
        }
        var obstacles = new ArrayList<Obstacle>();
        var moves = moves(hotel, proposal, posed, obstacles);
        if (obstacles.isEmpty()) {
            for (var night : new CascadePlan(place.get(), moves).overfull(posed.problem())) {
                obstacles.add(Obstacle.full(posed.types().get(night.type()).code(), LocalDate.ofEpochDay(night.day())));
            }
        }
        return obstacles;
    }

    /** The moves as they would be made now; what bars them is added to the obstacles. */
    private List<CascadePlan.Move> moves(
            HotelRef hotel, Proposal proposal, PosedProblem posed, List<Obstacle> obstacles) {
        var bookings = posed.problem().bookings().stream()
                .collect(Collectors.toMap(MovableBooking::reservation, booking -> booking));
        var moves = new ArrayList<CascadePlan.Move>();
        for (var entry : byReservation(proposal).entrySet()) {
            var wanted = entry.getValue().get(0);
            var booking = bookings.get(entry.getKey());
            if (booking == null || booking.revision() != wanted.revision()) {
                obstacles.add(unlike(hotel, wanted));
            } else {
                booking.targets().stream()
                        .filter(target -> posed.id(target.type()) == wanted.to().id())
                        .findFirst()
                        .ifPresentOrElse(
                                target -> moves.add(new CascadePlan.Move(booking, target)),
                                () -> obstacles.add(Obstacle.barred(
                                        wanted.reservation(), wanted.to().code())));
            }
        }
        return moves;
    }

    private Obstacle unlike(HotelRef hotel, ProposedMove wanted) {
        var now = placedRooms.of(hotel.id(), List.of(wanted.reservation()));
        if (now.isEmpty()) {
            return Obstacle.gone(wanted.reservation());
        }
        return now.get(0).revision() == wanted.revision()
                ? Obstacle.fixed(wanted.reservation())
                : Obstacle.changed(wanted.reservation());
    }

    /** What bars an applied proposal from being taken back; empty when nothing does. */
    List<Obstacle> beforeUndoing(HotelRef hotel, Proposal proposal) {
        var now = placedRooms.of(hotel.id(), byReservation(proposal).keySet()).stream()
                .collect(Collectors.groupingBy(PlacedRoom::reservation));
        var obstacles = new ArrayList<Obstacle>();
        byReservation(proposal).forEach((reservation, moves) -> {
            var rooms = now.getOrDefault(reservation, List.of());
            if (rooms.isEmpty()) {
                obstacles.add(Obstacle.gone(reservation));
            } else if (!Integer.valueOf(rooms.get(0).revision())
                    .equals(moves.get(0).appliedRevision())) {
                obstacles.add(Obstacle.changed(reservation));
            } else if (rooms.stream().anyMatch(room -> room.arrived() || room.locked())) {
                obstacles.add(Obstacle.fixed(reservation));
            }
        });
        if (obstacles.isEmpty()) {
            obstacles.addAll(fullWhereTheyWere(hotel, proposal));
        }
        return obstacles;
    }

    private List<Obstacle> fullWhereTheyWere(HotelRef hotel, Proposal proposal) {
        var entering = new TreeMap<NightKey, Integer>();
        for (var move : proposal.moves()) {
            move.first().datesUntil(move.end()).forEach(night -> {
                entering.merge(new NightKey(move.from().id(), night), 1, Integer::sum);
                entering.merge(new NightKey(move.to().id(), night), -1, Integer::sum);
            });
        }
        var nights = entering.keySet().stream().map(NightKey::night).sorted().toList();
        var grid = currentRooms.of(
                hotel.id(),
                availability.of(hotel.id()).types(),
                nights.get(0),
                nights.get(nights.size() - 1).plusDays(1));
        var full = new ArrayList<Obstacle>();
        entering.forEach((night, rooms) -> {
            int type = grid.indexOf(night.roomTypeId());
            int free = grid.free(type, Math.toIntExact(night.night().toEpochDay()));
            if (rooms > Math.max(0, free)) {
                full.add(Obstacle.full(grid.types().get(type).code(), night.night()));
            }
        });
        return full;
    }

    private static Map<UUID, List<ProposedMove>> byReservation(Proposal proposal) {
        return proposal.moves().stream()
                .collect(Collectors.groupingBy(ProposedMove::reservation, LinkedHashMap::new, Collectors.toList()));
    }
}
