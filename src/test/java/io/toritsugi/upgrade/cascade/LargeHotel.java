package io.toritsugi.upgrade.cascade;

import io.toritsugi.hierarchy.Hierarchy;
import io.toritsugi.hierarchy.UpgradeEdge;
import io.toritsugi.hierarchy.UpgradeRules;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.PermittedTypes;
import io.toritsugi.upgrade.PlacedRoom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * A hotel of many rooms, nearly full: twelve types, stays of one to four nights, placed as they come – in what was booked, else
 * in the first upgrade that is free, else turned away – until so much of it is taken.
 */
final class LargeHotel {

    static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    static final int NIGHTS = 60;

    private static final int TYPES = 12;
    private static final int[] LENGTHS = {1, 1, 1, 1, 2, 2, 2, 3, 3, 4};

    private final Random lot;
    private final List<TypeFacts> types = new ArrayList<>();
    private final int[] rooms = new int[TYPES];
    private final int[] free = new int[TYPES * NIGHTS];
    private final List<PlacedRoom> placed = new ArrayList<>();
    private final Hierarchy hierarchy;
    private final PermittedTypes permitted;
    private int bookings;

    LargeHotel(int allRooms, double occupancy, long seed) {
        lot = new Random(seed);
        var edges = new ArrayList<UpgradeEdge>();
        for (int type = 0; type < TYPES; type++) {
            types.add(new TypeFacts(1 + type, "T%02d".formatted(type), 2 + type / 4, false, 8_000 + 1_500 * type));
            for (int up = 1; up <= 2 && type + up < TYPES; up++) {
                edges.add(new UpgradeEdge(1 + type, 1 + type + up, up, UpgradeEdge.Kind.UP, true));
            }
        }
        hierarchy = new Hierarchy(1, edges, rules());
        permitted = new PermittedTypes(hierarchy, types);
        furnish(allRooms);
        fill(allRooms, occupancy);
    }

    /** The lower types are the larger ones. */
    private void furnish(int allRooms) {
        int shares = TYPES * (TYPES + 1) / 2 + TYPES * 4;
        for (int type = 0; type < TYPES; type++) {
            rooms[type] = Math.max(1, Math.round((float) allRooms * (TYPES - type + 4) / shares));
            for (int night = 0; night < NIGHTS; night++) {
                free[type * NIGHTS + night] = rooms[type];
            }
        }
    }

    private static UpgradeRules rules() {
        return new UpgradeRules(
                3, null, null, true, Smoking.ANY, List.of(), 3, false, Set.of(), Set.of(), Placement.SUGGEST_ONLY);
    }

    private void fill(int allRooms, double occupancy) {
        long wanted = Math.round(allRooms * NIGHTS * occupancy);
        for (long taken = 0; taken < wanted; ) {
            var asked = ask(0, NIGHTS);
            int type = placeOf(asked);
            if (type >= 0) {
                taken += take(asked, type);
            }
        }
    }

    /** A stay that somebody asks for, by the sizes of the types. */
    CascadeQuestion ask(int from, int to) {
        int type = 0;
        for (int room = lot.nextInt(roomsOf(TYPES)); room >= roomsOf(type + 1); ) {
            type++;
        }
        int first = from + lot.nextInt(to - from);
        int nights = Math.min(LENGTHS[lot.nextInt(LENGTHS.length)], NIGHTS - first);
        return CascadeQuestion.ofStay(
                types.get(type).ref(), TODAY.plusDays(first), TODAY.plusDays(first + nights), 1 + lot.nextInt(2), 1);
    }

    private int roomsOf(int firstTypes) {
        int sum = 0;
        for (int type = 0; type < firstTypes; type++) {
            sum += rooms[type];
        }
        return sum;
    }

    /** The type in which the stay is placed without moving anybody; -1 when there is none. */
    int placeOf(CascadeQuestion asked) {
        for (int type = asked.requested().id() - 1; type < TYPES; type++) {
            if (permitted.permits(asked.guest(), types.get(type).id()) && isFree(type, asked)) {
                return type;
            }
        }
        return -1;
    }

    private boolean isFree(int type, CascadeQuestion asked) {
        return asked.first().datesUntil(asked.end()).allMatch(night -> free[type * NIGHTS + night(night)] > 0);
    }

    /** One booking in ten takes a second room where there is one; one in twenty is not to be moved. */
    private int take(CascadeQuestion asked, int type) {
        int rooms = 1;
        boolean locked = lot.nextInt(20) == 0;
        takeNights(asked, type);
        if (lot.nextInt(10) == 0 && isFree(type, asked)) {
            rooms = 2;
            takeNights(asked, type);
        }
        bookings++;
        for (int room = 1; room <= rooms; room++) {
            placed.add(new PlacedRoom(
                    new UUID(7, bookings),
                    room,
                    1,
                    asked.requested().id(),
                    types.get(type).id(),
                    asked.first(),
                    asked.end(),
                    asked.guests(),
                    "jalan",
                    null,
                    false,
                    locked,
                    false,
                    rooms));
        }
        return rooms * (night(asked.end()) - night(asked.first()));
    }

    private void takeNights(CascadeQuestion asked, int type) {
        asked.first().datesUntil(asked.end()).forEach(night -> free[type * NIGHTS + night(night)]--);
    }

    AvailabilityGrid grid() {
        return new AvailabilityGrid(types, TODAY, NIGHTS, free, new int[free.length]);
    }

    /** What the product would be told for this question. */
    PosedProblem pose(CascadeQuestion asked, CascadeLimits limits) {
        var grid = grid();
        var window = PoseProblem.window(asked, limits, grid);
        var inWindow = placed.stream()
                .filter(room ->
                        !room.first().isBefore(window.from()) && room.first().isBefore(window.to()))
                .toList();
        return PoseProblem.pose(asked, limits, hierarchy, grid, inWindow, TODAY);
    }

    private static int night(LocalDate date) {
        return (int) (date.toEpochDay() - TODAY.toEpochDay());
    }
}
