package io.toritsugi.upgrade.cascade;

import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules;
import io.toritsugi.hierarchy.UpgradeRules.Blackout;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.PermittedTypes;
import io.toritsugi.upgrade.PlacedRoom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hotel drawn by lot, small enough to try everything, full enough that cascades are needed, and a question to it.
 *
 * @param rooms of each type, in the order of the types
 * @param overbooking allowed beyond them
 */
record SmallHotel(
        List<TypeFacts> types,
        int[] rooms,
        int overbooking,
        Hierarchy hierarchy,
        List<PlacedRoom> placed,
        CascadeQuestion question,
        CascadeLimits limits) {

    static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    static final int NIGHTS = 6;

    private static final int FIRST_ID = 101;
    private static final List<String> CHANNELS = List.of("jalan", "booking", "rakuten");

    static SmallHotel draw(Random lot) {
        var types = types(lot);
        var placed = placed(lot, types);
        var hotel = new SmallHotel(
                types,
                rooms(lot, types, placed),
                lot.nextInt(8) == 0 ? 1 : 0,
                new Hierarchy(1, edges(lot, types), rules(lot)),
                placed,
                question(lot, types, placed),
                limits(lot));
        // Most questions are about types that are full, or there would be little to find.
        for (int again = 0; again < 40 && !hotel.requestedIsFull(); again++) {
            hotel = hotel.asking(question(lot, types, placed));
        }
        return hotel;
    }

    /**
     * A hotel in which one more stay would have its place, had the others not been put anywhere: nothing bars anybody but the
     * rooms themselves, and long cascades are needed.
     */
    static SmallHotel drawPuzzle(Random lot) {
        var types = types(lot);
        var all = new ArrayList<PlacedRoom>();
        while (all.size() < 9) {
            all.add(stay(lot, types, all.size()));
        }
        var rooms = new int[types.size()];
        for (int type = 0; type < rooms.length; type++) {
            rooms[type] = fullest(all, types.get(type));
        }
        var last = all.remove(8);
        var hotel = new SmallHotel(
                types,
                rooms,
                0,
                new Hierarchy(1, edges(lot, types), UpgradeRules.NONE),
                all,
                CascadeQuestion.ofStay(
                        types.get(last.bookedTypeId() - FIRST_ID).ref(), last.first(), last.end(), last.guests(), 1),
                new CascadeLimits(NIGHTS, 6, Duration.ofSeconds(20)));
        for (int again = 0; again < 10 && !hotel.requestedIsFull(); again++) {
            hotel.putAnywhere(lot);
        }
        return hotel;
    }

    private static PlacedRoom stay(Random lot, List<TypeFacts> types, int number) {
        int first = lot.nextInt(NIGHTS);
        int type = types.get(lot.nextInt(types.size())).id();
        return new PlacedRoom(
                new UUID(0, number),
                1,
                1,
                type,
                type,
                TODAY.plusDays(first),
                TODAY.plusDays(first + 1 + lot.nextInt(NIGHTS - first)),
                1,
                "jalan",
                null,
                false,
                false,
                false,
                1);
    }

    private void putAnywhere(Random lot) {
        var permitted = new PermittedTypes(hierarchy, types);
        for (int step = 0; step < 30; step++) {
            int index = lot.nextInt(placed.size());
            var room = placed.get(index);
            var into = types.get(lot.nextInt(types.size()));
            var moved = in(room, into);
            placed.set(index, moved);
            boolean fits = fullest(placed, into) <= rooms[types.indexOf(into)];
            if (!fits || !permitted.permits(PermittedTypes.Guest.of(room), into.id())) {
                placed.set(index, room);
            }
        }
    }

    private static PlacedRoom in(PlacedRoom room, TypeFacts type) {
        return new PlacedRoom(
                room.reservation(),
                room.roomNo(),
                room.revision(),
                room.bookedTypeId(),
                type.id(),
                room.first(),
                room.end(),
                room.guests(),
                room.channel(),
                room.plan(),
                room.arrived(),
                room.locked(),
                room.vip(),
                room.roomsOfBooking());
    }

    private static CascadeLimits limits(Random lot) {
        return new CascadeLimits(
                lot.nextInt(3) == 0 ? lot.nextInt(NIGHTS) : NIGHTS, 1 + lot.nextInt(6), Duration.ofSeconds(20));
    }

    private static int[] rooms(Random lot, List<TypeFacts> types, List<PlacedRoom> placed) {
        return types.stream()
                .mapToInt(type -> Math.max(
                        0, fullest(placed, type) + List.of(-1, 0, 0, 0, 0, 0, 1).get(lot.nextInt(7))))
                .toArray();
    }

    private static int fullest(List<PlacedRoom> placed, TypeFacts type) {
        int fullest = 0;
        for (int night = 0; night < NIGHTS; night++) {
            fullest = Math.max(fullest, taken(placed, type, TODAY.plusDays(night)));
        }
        return fullest;
    }

    private boolean requestedIsFull() {
        int type = types.indexOf(types.stream()
                .filter(one -> one.ref().equals(question.requested()))
                .findFirst()
                .orElseThrow());
        int wanted = question.purpose() == CascadeQuestion.Purpose.DAY ? 0 : question.rooms();
        return question.first()
                .datesUntil(question.end())
                .anyMatch(night -> taken(placed, types.get(type), night) + wanted > rooms[type]);
    }

    private SmallHotel asking(CascadeQuestion other) {
        return new SmallHotel(types, rooms, overbooking, hierarchy, placed, other, limits);
    }

    AvailabilityGrid grid() {
        var free = new int[types.size() * NIGHTS];
        var allowed = new int[free.length];
        for (int type = 0; type < types.size(); type++) {
            for (int night = 0; night < NIGHTS; night++) {
                free[type * NIGHTS + night] = rooms[type] - taken(placed, types.get(type), TODAY.plusDays(night));
                allowed[type * NIGHTS + night] = overbooking;
            }
        }
        return new AvailabilityGrid(types, TODAY, NIGHTS, free, allowed);
    }

    /** The rooms that the product is told of: those that begin in the window. */
    List<PlacedRoom> placedInWindow() {
        var window = PoseProblem.window(question, limits, grid());
        return placed.stream()
                .filter(room ->
                        !room.first().isBefore(window.from()) && room.first().isBefore(window.to()))
                .toList();
    }

    static int taken(List<PlacedRoom> placed, TypeFacts type, LocalDate night) {
        return (int) placed.stream()
                .filter(room -> room.assignedTypeId() == type.id() && sleeps(room, night))
                .count();
    }

    static boolean sleeps(PlacedRoom room, LocalDate night) {
        return !night.isBefore(room.first()) && night.isBefore(room.end());
    }

    private static List<TypeFacts> types(Random lot) {
        var types = new ArrayList<TypeFacts>();
        int count = 2 + lot.nextInt(4);
        for (int type = 0; type < count; type++) {
            types.add(new TypeFacts(
                    FIRST_ID + type,
                    "T" + type,
                    2 + lot.nextInt(3),
                    lot.nextInt(4) == 0,
                    1000 * (5 + lot.nextInt(4) + 3 * type)));
        }
        return types;
    }

    private static List<UpgradeEdge> edges(Random lot, List<TypeFacts> types) {
        var order = new ArrayList<>(types);
        if (lot.nextInt(3) == 0) {
            Collections.shuffle(order, lot);
        }
        var edges = new ArrayList<UpgradeEdge>();
        for (int from = 0; from < order.size(); from++) {
            for (int to = from + 1; to < order.size(); to++) {
                if (to == from + 1 || lot.nextInt(5) < 2) {
                    edges.add(new UpgradeEdge(
                            order.get(from).id(),
                            order.get(to).id(),
                            1 + lot.nextInt(3),
                            UpgradeEdge.Kind.UP,
                            lot.nextInt(12) > 0));
                }
            }
        }
        return edges;
    }

    private static UpgradeRules rules(Random lot) {
        return new UpgradeRules(
                lot.nextInt(3) == 0 ? 1 + lot.nextInt(2) : null,
                lot.nextInt(8) == 0 ? 1000 * lot.nextInt(12) : null,
                lot.nextInt(8) == 0 ? 20 * lot.nextInt(8) : null,
                lot.nextInt(2) > 0,
                lot.nextInt(10) == 0 ? Smoking.MATCH : Smoking.ANY,
                lot.nextInt(6) == 0 ? List.of(blackout(lot)) : List.of(),
                lot.nextInt(6) == 0 ? lot.nextInt(2) : null,
                false,
                lot.nextInt(6) == 0 ? Set.of(CHANNELS.get(lot.nextInt(3))) : Set.of(),
                lot.nextInt(6) == 0 ? Set.of("P1") : Set.of(),
                Placement.SUGGEST_ONLY);
    }

    private static Blackout blackout(Random lot) {
        var from = TODAY.plusDays(lot.nextInt(NIGHTS));
        return new Blackout(from, from.plusDays(lot.nextInt(2)));
    }

    private static List<PlacedRoom> placed(Random lot, List<TypeFacts> types) {
        var placed = new ArrayList<PlacedRoom>();
        int bookings = 4 + lot.nextInt(5);
        for (int booking = 1; booking <= bookings; booking++) {
            int rooms = lot.nextInt(6) == 0 ? 2 : 1;
            int first = lot.nextInt(NIGHTS);
            int nights = 1 + lot.nextInt(Math.min(4, NIGHTS - first));
            var channel = CHANNELS.get(lot.nextInt(3));
            boolean arrived = lot.nextInt(16) == 0;
            boolean locked = lot.nextInt(16) == 0;
            boolean vip = lot.nextInt(16) == 0;
            int booked = lot.nextInt(types.size());
            for (int room = 1; room <= rooms; room++) {
                int assigned = lot.nextInt(4) == 0 ? lot.nextInt(types.size()) : booked;
                placed.add(new PlacedRoom(
                        new UUID(0, booking),
                        room,
                        1,
                        types.get(booked).id(),
                        types.get(assigned).id(),
                        TODAY.plusDays(first),
                        TODAY.plusDays(first + nights),
                        1 + lot.nextInt(2),
                        channel,
                        lot.nextInt(3) == 0 ? "P1" : null,
                        arrived,
                        locked,
                        vip,
                        rooms));
            }
        }
        return placed;
    }

    private static CascadeQuestion question(Random lot, List<TypeFacts> types, List<PlacedRoom> placed) {
        var type = types.get(lot.nextInt(types.size()));
        int first = lot.nextInt(NIGHTS);
        if (lot.nextInt(4) == 0) {
            return CascadeQuestion.ofDay(type.ref(), TODAY.plusDays(first));
        }
        int nights = 1 + lot.nextInt(Math.min(3, NIGHTS - first));
        @Nullable
        UUID own = lot.nextInt(4) == 0 ? placed.get(lot.nextInt(placed.size())).reservation() : null;
        return new CascadeQuestion(
                CascadeQuestion.Purpose.STAY,
                type.ref(),
                TODAY.plusDays(first),
                TODAY.plusDays(first + nights),
                1 + lot.nextInt(2),
                lot.nextInt(5) == 0 ? 2 : 1,
                CHANNELS.get(lot.nextInt(3)),
                lot.nextInt(3) == 0 ? "P1" : null,
                own,
                held(placed, own),
                own == null ? null : 1L);
    }

    private static Map<NightKey, Integer> held(List<PlacedRoom> placed, @Nullable UUID reservation) {
        var held = new HashMap<NightKey, Integer>();
        placed.stream()
                .filter(room -> room.reservation().equals(reservation))
                .forEach(room -> room.first()
                        .datesUntil(room.end())
                        .forEach(night -> held.merge(new NightKey(room.assignedTypeId(), night), 1, Integer::sum)));
        return held;
    }
}
