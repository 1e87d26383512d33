package io.toritsugi.upgrade.cascade;

import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.PermittedTypes;
import io.toritsugi.upgrade.PlacedRoom;
import io.toritsugi.upgrade.cascade.Movability.Fixed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a question about a hotel as it is into numbers. */
final class PoseProblem {

    private final CascadeQuestion question;
    private final CascadeLimits limits;
    private final AvailabilityGrid grid;
    private final PermittedTypes permitted;
    private final Movability movability;
    private final int firstDay;
    private final int endDay;
    private final Map<Fixed, Integer> fixed = new EnumMap<>(Fixed.class);

    private PoseProblem(
            CascadeQuestion question,
            CascadeLimits limits,
            Hierarchy hierarchy,
            AvailabilityGrid grid,
            LocalDate today) {
        this.question = question;
        this.limits = limits;
        this.grid = grid;
        this.permitted = new PermittedTypes(hierarchy, grid.types());
        this.movability = new Movability(today, hierarchy.rules().freezeDays());
        this.firstDay = Math.max(grid.firstDay(), day(question.first()) - limits.window());
        this.endDay = Math.min(grid.endDay(), day(question.end()) + limits.window());
    }

    /**
     * The window of a question: its first night, and the day after its last, as far as the horizon has them.
     *
     * @return null when the nights asked for are beyond the horizon
     */
    static @Nullable Window window(CascadeQuestion question, CascadeLimits limits, AvailabilityGrid grid) {
        int first = day(question.first());
        int end = day(question.end());
        return first < grid.firstDay() || end > grid.endDay()
                ? null
                : new Window(
                        LocalDate.ofEpochDay(Math.max(grid.firstDay(), first - limits.window())),
                        LocalDate.ofEpochDay(Math.min(grid.endDay(), end + limits.window())));
    }

    /** From the first night to the day after the last. */
    record Window(LocalDate from, LocalDate to) {}

    /**
     * @param placed all rooms that begin in the window
     * @param today the date at the hotel's desk
     */
    static PosedProblem pose(
            CascadeQuestion question,
            CascadeLimits limits,
            Hierarchy hierarchy,
            AvailabilityGrid grid,
            List<PlacedRoom> placed,
            LocalDate today) {
        return new PoseProblem(question, limits, hierarchy, grid, today).posed(placed);
    }

    private PosedProblem posed(List<PlacedRoom> placed) {
        var bookings = bookings(placed);
        var free = new ArrayList<Place>();
        var wanted = new ArrayList<Place>();
        var barred = new LinkedHashMap<Integer, String>();
        for (var verdict : candidates().entrySet()) {
            int type = grid.indexOf(verdict.getKey());
            if (verdict.getValue().isPresent()) {
                barred.put(type, verdict.getValue().get());
            } else {
                var place = place(type);
                (place.free() ? free : wanted).add(place);
            }
        }
        var problem = new CascadeProblem(
                grid.types().size(),
                firstDay,
                endDay,
                spare(),
                wanted,
                bookings,
                limits.mostRooms(),
                free.isEmpty()
                        ? null
                        : Long.valueOf(
                                free.stream().mapToLong(Place::cost).min().getAsLong()));
        return new PosedProblem(question, permitted, grid.types(), problem, free, barred, placed.size(), fixed);
    }

    /** The types in which the stay could be, the requested one first, with the rule that bars each. */
    private Map<Integer, Optional<String>> candidates() {
        var candidates = new LinkedHashMap<Integer, Optional<String>>();
        candidates.put(question.requested().id(), Optional.empty());
        if (question.purpose() == CascadeQuestion.Purpose.STAY) {
            candidates.putAll(permitted.inReach(question.guest()));
        }
        return candidates;
    }

    private Place place(int type) {
        int first = day(question.first());
        boolean requested = grid.types().get(type).id() == question.requested().id();
        // What the OTA sold may be sold beyond the rooms as far as the house allows; an upgrade needs a real room.
        boolean sold = requested && question.purpose() == CascadeQuestion.Purpose.STAY;
        var spare = new int[day(question.end()) - first];
        for (int night = 0; night < spare.length; night++) {
            int there = sold ? grid.sellable(type, first + night) : grid.free(type, first + night);
            spare[night] = there + held(type, first + night) - question.rooms();
        }
        var from = grid.types().get(grid.indexOf(question.requested().id()));
        long aNight = givenAway(from, grid.types().get(type));
        return new Place(type, first, spare, aNight * spare.length * question.rooms());
    }

    /**
     * Whole yen a night that a better room is given away for. A cheaper one costs nothing and earns nothing either: else moves
     * that nobody needs would pay for others.
     */
    static long givenAway(TypeFacts from, TypeFacts to) {
        return Math.max(0, to.baseRate() - from.baseRate());
    }

    private int[] spare() {
        int nights = endDay - firstDay;
        var spare = new int[grid.types().size() * nights];
        for (int type = 0; type < grid.types().size(); type++) {
            for (int night = 0; night < nights; night++) {
                spare[type * nights + night] =
                        Math.max(0, grid.free(type, firstDay + night) + held(type, firstDay + night));
            }
        }
        return spare;
    }

    private int held(int type, int day) {
        return question.heldOn(grid.types().get(type).id(), LocalDate.ofEpochDay(day));
    }

    private List<MovableBooking> bookings(List<PlacedRoom> placed) {
        var ofReservation = new LinkedHashMap<UUID, List<PlacedRoom>>();
        for (var room : placed) {
            if (!room.reservation().equals(question.reservation())) {
                ofReservation
                        .computeIfAbsent(room.reservation(), any -> new ArrayList<>())
                        .add(room);
            }
        }
        var bookings = new ArrayList<MovableBooking>();
        ofReservation.values().forEach(rooms -> booking(rooms).ifPresent(bookings::add));
        return bookings;
    }

    private Optional<MovableBooking> booking(List<PlacedRoom> placed) {
        var reason = movability.fixed(placed).or(() -> outside(placed));
        if (reason.isEmpty()) {
            var booking = movable(placed);
            if (!booking.targets().isEmpty()) {
                return Optional.of(booking);
            }
            reason = Optional.of(Fixed.NO_OTHER_TYPE);
        }
        fixed.merge(reason.get(), placed.size(), Integer::sum);
        return Optional.empty();
    }

    private Optional<Fixed> outside(List<PlacedRoom> placed) {
        boolean whole = placed.size() == placed.get(0).roomsOfBooking()
                && placed.stream().allMatch(room -> day(room.first()) >= firstDay && day(room.end()) <= endDay);
        return whole ? Optional.empty() : Optional.of(Fixed.WINDOW);
    }

    private MovableBooking movable(List<PlacedRoom> placed) {
        var rooms = placed.stream()
                .map(room -> new MovableBooking.Room(
                        room, grid.indexOf(room.assignedTypeId()), day(room.first()), day(room.end())))
                .toList();
        var targets = new ArrayList<MovableBooking.Target>();
        for (int type = 0; type < grid.types().size(); type++) {
            int into = type;
            var moving = rooms.stream().filter(room -> room.type() != into).toList();
            boolean allowed = moving.stream()
                    .allMatch(room -> permits(room.placed(), grid.types().get(into)));
            if (!moving.isEmpty() && allowed) {
                targets.add(new MovableBooking.Target(into, moving.size(), cost(moving, into)));
            }
        }
        return new MovableBooking(rooms, targets);
    }

    private boolean permits(PlacedRoom room, TypeFacts type) {
        return permitted.permits(PermittedTypes.Guest.of(room), type.id());
    }

    private long cost(List<MovableBooking.Room> moving, int into) {
        return moving.stream()
                .mapToLong(room ->
                        givenAway(grid.types().get(room.type()), grid.types().get(into)) * room.nights())
                .sum();
    }

    private static int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay());
    }
}
