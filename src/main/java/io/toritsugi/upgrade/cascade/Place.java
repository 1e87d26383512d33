package io.toritsugi.upgrade.cascade;

import java.util.stream.IntStream;

/**
 * What a cascade is to free: nights of one type on which the rooms that leave must make up for what lacks.
 *
 * @param type the type's index
 * @param first the first night, as epoch day
 * @param spare for each night how many rooms more may enter the type than leave it; negative: so many more must leave
 * @param cost whole yen that a better room is given away for, over all nights; never negative
 */
record Place(int type, int first, int[] spare, long cost) {

    /** The day after the last night. */
    int end() {
        return first + spare.length;
    }

    /** Whether nobody has to move. */
    boolean free() {
        return IntStream.of(spare).allMatch(rooms -> rooms >= 0);
    }

    /** How many rooms may enter on a night beyond those that leave. */
    int spareOn(int day) {
        return spare[day - first];
    }
}
