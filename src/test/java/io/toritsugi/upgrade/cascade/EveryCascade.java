package io.toritsugi.upgrade.cascade;

import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.PlacedRoom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The reference: tries every combination of moves, straight from the words of the rules, and shares nothing with the product
 * but the records that describe the hotel.
 */
final class EveryCascade {

    private final SmallHotel hotel;
    private final List<PlacedRoom> others;
    private final List<List<PlacedRoom>> movable = new ArrayList<>();
    private final List<TypeFacts> directly = new ArrayList<>();
    private final List<TypeFacts> wanted = new ArrayList<>();
    private final int[][] before;
    private final int[][] taken;
    private @Nullable Long costBelow;
    private @Nullable Best best;

    private EveryCascade(SmallHotel hotel) {
        this.hotel = hotel;
        this.others = hotel.placed().stream()
                .filter(room -> !room.reservation().equals(hotel.question().reservation()))
                .toList();
        this.before = taken(hotel, others);
        this.taken = taken(hotel, others);
    }

    private static int[][] taken(SmallHotel hotel, List<PlacedRoom> placed) {
        var taken = new int[hotel.types().size()][SmallHotel.NIGHTS];
        for (int type = 0; type < taken.length; type++) {
            for (int night = 0; night < SmallHotel.NIGHTS; night++) {
                taken[type][night] =
                        SmallHotel.taken(placed, hotel.types().get(type), SmallHotel.TODAY.plusDays(night));
            }
        }
        return taken;
    }

    /** The fewest rooms moved, and of those the least cost. */
    record Best(int rooms, long cost) {}

    /**
     * What there is to find.
     *
     * @param needless whether nothing has to move: the requested type is free, the type is not oversold
     * @param best null when nothing helps
     */
    record Verdict(boolean needless, @Nullable Best best) {}

    static Verdict of(SmallHotel hotel) {
        var every = new EveryCascade(hotel);
        every.findPlaces();
        every.findMovable();
        if (every.directly.contains(every.requested())) {
            return new Verdict(true, null);
        }
        every.costBelow = every.directly.stream()
                .map(every::costOfPlace)
                .min(Long::compare)
                .orElse(null);
        every.move(0, 0, 0);
        return new Verdict(false, every.best);
    }

    private void findPlaces() {
        for (var type : hotel.types()) {
            boolean eligible = type.equals(requested())
                    || (!isDay()
                            && mayBe(
                                    requested(),
                                    type,
                                    hotel.question().guests(),
                                    hotel.question().first(),
                                    hotel.question().end(),
                                    hotel.question().channel(),
                                    hotel.question().plan()));
            if (eligible) {
                (hasPlace(type) ? directly : wanted).add(type);
            }
        }
    }

    private void findMovable() {
        var ofBooking = new LinkedHashMap<UUID, List<PlacedRoom>>();
        others.forEach(room -> ofBooking
                .computeIfAbsent(room.reservation(), any -> new ArrayList<>())
                .add(room));
        ofBooking.values().stream()
                .filter(rooms -> rooms.stream().allMatch(this::free))
                .forEach(movable::add);
    }

    private boolean free(PlacedRoom room) {
        var freeze = hotel.hierarchy().rules().freezeDays();
        var from = hotel.question().first().minusDays(hotel.limits().window());
        var to = hotel.question().end().plusDays(hotel.limits().window());
        boolean frozen = freeze != null && room.first().toEpochDay() - SmallHotel.TODAY.toEpochDay() <= freeze;
        return !room.arrived()
                && !room.locked()
                && !room.vip()
                && !frozen
                && !room.first().isBefore(from)
                && !room.end().isAfter(to);
    }

    private void move(int booking, int moved, long cost) {
        if (moved > hotel.limits().mostRooms()) {
            return;
        }
        if (booking == movable.size()) {
            judge(moved, cost);
            return;
        }
        move(booking + 1, moved, cost);
        for (var type : hotel.types()) {
            var going = movable.get(booking).stream()
                    .filter(room -> room.assignedTypeId() != type.id())
                    .toList();
            boolean allowed = going.stream().allMatch(room -> mayMove(room, type));
            if (!going.isEmpty() && allowed) {
                going.forEach(room -> take(room, type, 1));
                long more = going.stream()
                        .mapToLong(room -> (room.end().toEpochDay()
                                        - room.first().toEpochDay())
                                * Math.max(
                                        0,
                                        type.baseRate()
                                                - type(room.assignedTypeId()).baseRate()))
                        .sum();
                move(booking + 1, moved + going.size(), cost + more);
                going.forEach(room -> take(room, type, -1));
            }
        }
    }

    private void take(PlacedRoom room, TypeFacts type, int rooms) {
        for (var night = room.first(); night.isBefore(room.end()); night = night.plusDays(1)) {
            taken[hotel.types().indexOf(type)][night(night)] += rooms;
            taken[hotel.types().indexOf(type(room.assignedTypeId()))][night(night)] -= rooms;
        }
    }

    private void judge(int moved, long cost) {
        if (moved == 0 || !keepsEveryNight()) {
            return;
        }
        for (var type : wanted) {
            long all = cost + costOfPlace(type);
            boolean cheap = costBelow == null || all < costBelow;
            boolean better = best == null || moved < best.rooms() || (moved == best.rooms() && all < best.cost());
            if (cheap && better && hasPlace(type)) {
                best = new Best(moved, all);
            }
        }
    }

    private boolean keepsEveryNight() {
        for (int type = 0; type < taken.length; type++) {
            for (int night = 0; night < SmallHotel.NIGHTS; night++) {
                if (taken[type][night] > before[type][night] && taken[type][night] > hotel.rooms()[type]) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean hasPlace(TypeFacts type) {
        int index = hotel.types().indexOf(type);
        int there = hotel.rooms()[index] + (type.equals(requested()) && !isDay() ? hotel.overbooking() : 0);
        for (int night = night(hotel.question().first());
                night < night(hotel.question().end());
                night++) {
            if (taken[index][night] + hotel.question().rooms() > there) {
                return false;
            }
        }
        return true;
    }

    private static int night(LocalDate date) {
        return (int) (date.toEpochDay() - SmallHotel.TODAY.toEpochDay());
    }

    private long costOfPlace(TypeFacts type) {
        long nights =
                hotel.question().end().toEpochDay() - hotel.question().first().toEpochDay();
        return nights
                * hotel.question().rooms()
                * Math.max(0, type.baseRate() - requested().baseRate());
    }

    private boolean mayMove(PlacedRoom room, TypeFacts type) {
        return room.bookedTypeId() == type.id()
                || mayBe(
                        type(room.bookedTypeId()),
                        type,
                        room.guests(),
                        room.first(),
                        room.end(),
                        room.channel(),
                        room.plan());
    }

    private boolean mayBe(
            TypeFacts booked,
            TypeFacts type,
            int guests,
            LocalDate first,
            LocalDate end,
            @Nullable String channel,
            @Nullable String plan) {
        var rules = hotel.hierarchy().rules();
        int difference = type.baseRate() - booked.baseRate();
        boolean blackedOut = first.datesUntil(end)
                .anyMatch(night -> rules.blackouts().stream()
                        .anyMatch(closed -> !night.isBefore(closed.from()) && !night.isAfter(closed.to())));
        return !type.equals(booked)
                && leads(booked.id(), type.id(), rules.maxUpgradeLevels() == null ? 99 : rules.maxUpgradeLevels())
                && (rules.priceDifferenceLimit() == null || difference <= rules.priceDifferenceLimit())
                && (rules.priceDifferenceLimitPercent() == null
                        || difference <= booked.baseRate() / 100.0 * rules.priceDifferenceLimitPercent())
                && (!rules.capacityRequired() || type.capacity() >= guests)
                && (rules.smoking() == Smoking.ANY || type.smoking() == booked.smoking())
                && !blackedOut
                && (channel == null || !rules.excludedChannels().contains(channel))
                && (plan == null || !rules.excludedPlans().contains(plan));
    }

    private boolean leads(int from, int to, int steps) {
        return steps > 0
                && hotel.hierarchy().edges().stream()
                        .filter(UpgradeEdge::active)
                        .filter(edge -> edge.fromTypeId() == from)
                        .anyMatch(edge -> edge.toTypeId() == to || leads(edge.toTypeId(), to, steps - 1));
    }

    private TypeFacts type(int id) {
        return hotel.types().stream()
                .filter(type -> type.id() == id)
                .findFirst()
                .orElseThrow();
    }

    private TypeFacts requested() {
        return type(hotel.question().requested().id());
    }

    private boolean isDay() {
        return hotel.question().purpose() == CascadeQuestion.Purpose.DAY;
    }
}
