package io.toritsugi.upgrade.cascade;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The question in numbers: free one of some places by moving bookings, no type fuller than it may be on any night.
 *
 * @param types how many types there are; they are meant by their index
 * @param firstDay the first night of the window, as epoch day
 * @param endDay the day after its last night
 * @param spare type by type, each night by night: how many rooms more may enter than leave. Never negative: a night that is
 *     oversold need not become better, and must not become worse
 * @param places what is to be freed, one of them; in the order in which equals are taken
 * @param bookings what can be moved; in the order in which equals are taken
 * @param mostRooms how many rooms may be moved at most
 * @param costBelow what all of it has to stay below, whole yen; null when it may cost anything
 */
record CascadeProblem(
        int types,
        int firstDay,
        int endDay,
        int[] spare,
        List<Place> places,
        List<MovableBooking> bookings,
        int mostRooms,
        @Nullable Long costBelow) {

    CascadeProblem {
        places = List.copyOf(places);
        bookings = List.copyOf(bookings);
    }

    int nights() {
        return endDay - firstDay;
    }

    int cells() {
        return types * nights();
    }

    /** The place of one night of one type in {@link #spare}. */
    int cell(int type, int day) {
        return type * nights() + day - firstDay;
    }

    /** Whether so much money is not too much. */
    boolean affordable(long cost) {
        return costBelow == null || cost < costBelow;
    }

    /** The same with other places. */
    CascadeProblem withPlaces(List<Place> others) {
        return new CascadeProblem(types, firstDay, endDay, spare, others, bookings, mostRooms, costBelow);
    }
}
