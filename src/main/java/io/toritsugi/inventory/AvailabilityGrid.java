package io.toritsugi.inventory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one hotel has free, night by night over its horizon, packed into arrays: types by their index, nights by their epoch
 * day. Range questions need no database.
 */
public final class AvailabilityGrid {

    private final List<TypeFacts> types;
    private final Map<String, Integer> byCode = new HashMap<>();
    private final Map<Integer, Integer> byId = new HashMap<>();
    private final int firstDay;
    private final int nights;
    private final int[] free;
    private final int[] overbooking;

    /**
     * A grid of given numbers.
     *
     * @param types in the order of their index
     * @param firstNight the first night of the horizon
     * @param nights how many nights it has
     * @param free {@code rooms - outOfOrder - sold}, type by type, each night by night; negative where oversold
     * @param overbooking rooms allowed beyond that, in the same order
     */
    public AvailabilityGrid(List<TypeFacts> types, LocalDate firstNight, int nights, int[] free, int[] overbooking) {
        this.types = List.copyOf(types);
        this.firstDay = Math.toIntExact(firstNight.toEpochDay());
        this.nights = nights;
        this.free = free.clone();
        this.overbooking = overbooking.clone();
        for (int index = 0; index < this.types.size(); index++) {
            byCode.put(this.types.get(index).code(), index);
            byId.put(this.types.get(index).id(), index);
        }
    }

    /** All types of the hotel; the position is the index that the other methods take. */
    public List<TypeFacts> types() {
        return types;
    }

    /** The index of a type; -1 when the hotel has none of that code. */
    public int indexOf(String code) {
        return byCode.getOrDefault(code, -1);
    }

    /** The index of a type; -1 when the hotel has none of that number. */
    public int indexOf(int roomTypeId) {
        return byId.getOrDefault(roomTypeId, -1);
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
        return free[type * nights + day - firstDay];
    }

    /** Rooms that the import may take: {@link #free} and the overbooking that the house allows. */
    public int sellable(int type, int day) {
        int at = type * nights + day - firstDay;
        return free[at] + overbooking[at];
    }

    /** The smallest number of {@link #free} rooms on any night from {@code day} to the one before {@code endDay}. */
    public int smallestFree(int type, int day, int endDay) {
        int smallest = Integer.MAX_VALUE;
        int base = type * nights - firstDay;
        for (int night = day; night < endDay; night++) {
            smallest = Math.min(smallest, free[base + night]);
        }
        return smallest;
    }
}
