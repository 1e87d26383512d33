package io.toritsugi.inventory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What one hotel has free, night by night over its horizon, packed into arrays: types by their index, nights by their epoch
 * day. Range questions need no database. Never changes: what is asked of one grid is of one moment. Safe for many threads.
 *
 * <p>Nights outside of the horizon are refused with {@link IndexOutOfBoundsException}: nothing is known of them.
 */
public final class AvailabilityGrid {

    private final Types types;
    private final int firstDay;
    private final int nights;
    private final short[] free;
    private final short[] overbooking;
    private final BitSet stopped;

    /**
     * A grid of given numbers, without stop-sell marks.
     *
     * @param types in the order of their index
     * @param firstNight the first night of the horizon
     * @param nights how many nights it has
     * @param free {@code rooms - outOfOrder - sold}, type by type, each night by night; negative where oversold
     * @param overbooking rooms allowed beyond that, in the same order
     * @throws IllegalArgumentException when there are not as many numbers as types and nights
     */
    public AvailabilityGrid(List<TypeFacts> types, LocalDate firstNight, int nights, int[] free, int[] overbooking) {
        this(types, firstNight, nights, free, overbooking, new BitSet());
    }

    AvailabilityGrid(
            List<TypeFacts> types, LocalDate firstNight, int nights, int[] free, int[] overbooking, BitSet stopped) {
        this(
                new Types(types),
                Math.toIntExact(firstNight.toEpochDay()),
                nights,
                packed(free),
                packed(overbooking),
                stopped);
        int cells = types.size() * nights;
        if (free.length != cells || overbooking.length != cells) {
            throw new IllegalArgumentException("%d types on %d nights have %d and %d numbers"
                    .formatted(types.size(), nights, free.length, overbooking.length));
        }
    }

    private AvailabilityGrid(Types types, int firstDay, int nights, short[] free, short[] overbooking, BitSet stopped) {
        this.types = types;
        this.firstDay = firstDay;
        this.nights = nights;
        this.free = free;
        this.overbooking = overbooking;
        this.stopped = stopped;
    }

    /** All types of the hotel; the position is the index that the other methods take. */
    public List<TypeFacts> types() {
        return types.facts;
    }

    /** The index of a type; -1 when the hotel has none of that code. */
    public int indexOf(String code) {
        return types.byCode.getOrDefault(code, -1);
    }

    /** The index of a type; -1 when the hotel has none of that number. */
    public int indexOf(int roomTypeId) {
        return types.byId.getOrDefault(roomTypeId, -1);
    }

    /** The first night that is held, as epoch day. */
    public int firstDay() {
        return firstDay;
    }

    /** The night after the last that is held, as epoch day. */
    public int endDay() {
        return firstDay + nights;
    }

    /**
     * Rooms that are physically free: {@code rooms - outOfOrder - sold}, negative where oversold; what upgrades go by.
     *
     * @param day epoch day, from {@link #firstDay} to the one before {@link #endDay}
     */
    public int free(int type, int day) {
        return free[cell(type, day)];
    }

    /** Rooms that the import may take: {@link #free} and the overbooking that the house allows. */
    public int sellable(int type, int day) {
        int cell = cell(type, day);
        return free[cell] + overbooking[cell];
    }

    /** Whether the house has stopped the sale of the type on that night. What an OTA sold nevertheless is taken in. */
    public boolean stopped(int type, int day) {
        return stopped.get(cell(type, day));
    }

    /** The smallest number of {@link #free} rooms on any night from {@code day} to the one before {@code endDay}. */
    public int smallestFree(int type, int day, int endDay) {
        int from = start(type, day, endDay);
        int to = from + endDay - day;
        int smallest = Integer.MAX_VALUE;
        for (int cell = from; cell < to; cell++) {
            smallest = Math.min(smallest, free[cell]);
        }
        return smallest;
    }

    /** Whether that many rooms are {@link #free} on every night from {@code day} to the one before {@code endDay}. */
    public boolean freeThroughout(int type, int day, int endDay, int rooms) {
        int from = start(type, day, endDay);
        int to = from + endDay - day;
        for (int cell = from; cell < to; cell++) {
            if (free[cell] < rooms) {
                return false;
            }
        }
        return true;
    }

    /** The grid after these nights became so; this one stays as it is. What lies outside of it is left out. */
    AvailabilityGrid with(List<NightCounter> counters) {
        var changedFree = free.clone();
        var changedOverbooking = overbooking;
        var changedStopped = stopped;
        for (var counter : counters) {
            int type = indexOf(counter.roomTypeId());
            if (type < 0 || counter.day() < firstDay || counter.day() >= endDay()) {
                continue;
            }
            int cell = cell(type, counter.day());
            changedFree[cell] = packed(counter.free());
            // Seldom: these two are shared between the grids until somebody changes them.
            if (changedOverbooking[cell] != counter.overbooking()) {
                changedOverbooking = changedOverbooking == overbooking ? overbooking.clone() : changedOverbooking;
                changedOverbooking[cell] = packed(counter.overbooking());
            }
            if (changedStopped.get(cell) != counter.stopped()) {
                changedStopped = changedStopped == stopped ? (BitSet) stopped.clone() : changedStopped;
                changedStopped.set(cell, counter.stopped());
            }
        }
        return new AvailabilityGrid(types, firstDay, nights, changedFree, changedOverbooking, changedStopped);
    }

    /** Whether both say the same of every type and night. */
    boolean agreesWith(AvailabilityGrid other) {
        return firstDay == other.firstDay
                && nights == other.nights
                && types.facts.equals(other.types.facts)
                && Arrays.equals(free, other.free)
                && Arrays.equals(overbooking, other.overbooking)
                && stopped.equals(other.stopped);
    }

    private int cell(int type, int day) {
        return type * nights + Objects.checkIndex(day - firstDay, nights);
    }

    private int start(int type, int day, int endDay) {
        return type * nights + Objects.checkFromToIndex(day - firstDay, endDay - firstDay, nights);
    }

    private static short[] packed(int[] numbers) {
        var packed = new short[numbers.length];
        for (int cell = 0; cell < packed.length; cell++) {
            packed[cell] = packed(numbers[cell]);
        }
        return packed;
    }

    /** The table's own counters are of this size; only their difference could be larger, of a house that has no such rooms. */
    private static short packed(int number) {
        return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, number));
    }

    /** The types with their places, shared between the grids that follow one another. */
    private static final class Types {

        private final List<TypeFacts> facts;
        private final Map<String, Integer> byCode = new HashMap<>();
        private final Map<Integer, Integer> byId = new HashMap<>();

        Types(List<TypeFacts> facts) {
            this.facts = List.copyOf(facts);
            for (int index = 0; index < this.facts.size(); index++) {
                byCode.put(this.facts.get(index).code(), index);
                byId.put(this.facts.get(index).id(), index);
            }
        }
    }
}
