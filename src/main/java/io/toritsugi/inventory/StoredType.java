package io.toritsugi.inventory;

import java.util.BitSet;

/**
 * One type as the tables have it: what follows from its rooms, and over that the nights that were opened. Places are nights
 * from the first of the horizon on; periods may reach beyond it on either side.
 *
 * @param rooms rooms in use
 * @param closed when one of them is out of order
 * @param allowed overbooking; one period a night at most
 * @param opened nights that have a row of their own, which counts
 */
record StoredType(TypeFacts facts, int rooms, Periods closed, Periods allowed, Opened opened) {

    /** @param from, to the first place of each period, and the one after its last */
    record Periods(Integer[] from, Integer[] to, Integer[] rooms) {}

    /** @param stopped the places of those that bear a stop-sell mark */
    record Opened(Integer[] places, Integer[] free, Integer[] overbooking, Integer[] stopped) {}

    /** Writes the nights of this type into the numbers of a grid, from cell {@code start} on. */
    void write(int[] free, int[] overbooking, BitSet stops, int start, int nights) {
        for (int place = 0; place < nights; place++) {
            free[start + place] = rooms;
        }
        for (int period = 0; period < closed.from.length; period++) {
            int end = Math.min(closed.to[period], nights);
            for (int place = Math.max(closed.from[period], 0); place < end; place++) {
                free[start + place]--;
            }
        }
        for (int period = 0; period < allowed.from.length; period++) {
            int end = Math.min(allowed.to[period], nights);
            for (int place = Math.max(allowed.from[period], 0); place < end; place++) {
                overbooking[start + place] = allowed.rooms[period];
            }
        }
        for (int night = 0; night < opened.places.length; night++) {
            int cell = start + opened.places[night];
            free[cell] = opened.free[night];
            overbooking[cell] = opened.overbooking[night];
        }
        for (int place : opened.stopped) {
            stops.set(start + place);
        }
    }
}
