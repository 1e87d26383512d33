package io.toritsugi.upgrade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a hotel's own past says of the bookings that are still to come: for each type, weekday and lead time, how likely at
 * least so many more rooms are booked. The rooms that used to be booked later than the lead time, on average over the nights
 * of that weekday, are the mean of a Poisson distribution (ADR 0014). Immutable.
 */
final class DemandModel {

    /** Lead times that have numbers of their own; between two of them the shorter counts. */
    private static final int[] LEADS = {
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 21, 28, 42, 60, 90, 120, 180, 270, 365
    };

    private static final int[] STEP_OF_LEAD = steps();

    private static final int WEEKDAYS = 7;
    private static final double NEGLIGIBLE = 1e-6;

    /** Beyond it the exponential of the distribution is zero in this arithmetic; no type has so many rooms in one night. */
    private static final double GREATEST_MEAN = 700;

    /** Monday is 0, as epoch day 0 was a Thursday. */
    private static final int WEEKDAY_OF_EPOCH = 3;

    private final int today;
    private final Map<Integer, OfType> types = new HashMap<>();
    private final OfType unknown = new OfType(new double[WEEKDAYS * LEADS.length][0]);

    /**
     * Rooms of a type that were booked for past nights.
     *
     * @param weekday of the night, Monday is 1
     * @param lead days from the booking to the night
     */
    record PickUp(int roomTypeId, int weekday, int lead, int rooms) {}

    /**
     * A model of these bookings.
     *
     * @param today the hotel's date, as epoch day
     * @param pastNights how many nights before today the bookings are of
     */
    DemandModel(int today, int pastNights, Collection<PickUp> pickUps) {
        this.today = today;
        var nights = new int[WEEKDAYS];
        for (int day = today - pastNights; day < today; day++) {
            nights[weekday(day)]++;
        }
        Map<Integer, List<PickUp>> byType = new HashMap<>();
        pickUps.forEach(pickUp -> byType.computeIfAbsent(pickUp.roomTypeId(), type -> new ArrayList<>())
                .add(pickUp));
        byType.forEach((type, bookings) -> types.put(type, ofType(bookings, nights)));
    }

    /** The date that it was made for, as epoch day. */
    int today() {
        return today;
    }

    /** The demand for one type; none where the past knows of none. */
    OfType of(int roomTypeId) {
        return types.getOrDefault(roomTypeId, unknown);
    }

    /** The demand for one type. */
    final class OfType {

        /** By weekday and lead time: the probabilities that at least 1, 2, … more rooms are booked, as far as they matter. */
        private final double[][] atLeast;

        private OfType(double[][] atLeast) {
            this.atLeast = atLeast;
        }

        /**
         * How many bookings are expected to find no room on a night when some of the free rooms are given away: the sum of the
         * probabilities that demand reaches each of these.
         *
         * @param day epoch day
         * @param free rooms before
         * @param given rooms that are given away, at most those free
         */
        double displaced(int day, int free, int given) {
            int lead = day - today;
            if (lead < 0) {
                return 0;
            }
            var likely = atLeast[weekday(day) * LEADS.length + step(lead)];
            double displaced = 0;
            for (int room = free; room > free - given && room > 0; room--) {
                if (room <= likely.length) {
                    displaced += likely[room - 1];
                }
            }
            return displaced;
        }
    }

    private OfType ofType(List<PickUp> bookings, int[] nights) {
        var rooms = new long[WEEKDAYS * LEADS.length];
        for (var booked : bookings) {
            for (int step = 0; step < LEADS.length; step++) {
                if (booked.lead() <= LEADS[step]) {
                    rooms[(booked.weekday() - 1) * LEADS.length + step] += booked.rooms();
                }
            }
        }
        var atLeast = new double[rooms.length][];
        for (int row = 0; row < rooms.length; row++) {
            int seen = nights[row / LEADS.length];
            atLeast[row] = seen == 0 ? new double[0] : atLeast((double) rooms[row] / seen);
        }
        return new OfType(atLeast);
    }

    /** The probabilities of at least 1, 2, … of a Poisson distribution, up to the first that is negligible. */
    static double[] atLeast(double mean) {
        var likely = new ArrayList<Double>();
        double bounded = Math.min(mean, GREATEST_MEAN);
        double exactly = Math.exp(-bounded);
        double more = 1 - exactly;
        for (int rooms = 1; more > NEGLIGIBLE; rooms++) {
            likely.add(more);
            exactly *= bounded / rooms;
            more -= exactly;
        }
        return likely.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int weekday(int day) {
        return Math.floorMod(day + WEEKDAY_OF_EPOCH, WEEKDAYS);
    }

    private static int step(int lead) {
        return STEP_OF_LEAD[Math.min(lead, STEP_OF_LEAD.length - 1)];
    }

    private static int[] steps() {
        var steps = new int[LEADS[LEADS.length - 1] + 1];
        for (int step = 0; step < LEADS.length; step++) {
            Arrays.fill(steps, LEADS[step], steps.length, step);
        }
        return steps;
    }
}
