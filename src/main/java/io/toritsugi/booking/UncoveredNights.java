package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses rows that do not give every room exactly the nights of the stay, and names the nights (domain notes §7). */
final class UncoveredNights {

    /** A message names a few nights; thousands of codes must not cost thousands of texts each. */
    private static final int ENOUGH_GAPS = 100;

    private UncoveredNights() {}

    static void refuseOutside(List<RoomNight> rows, StayDates dates) {
        var outside = new TreeSet<String>();
        for (var row : rows) {
            if (dates.indexOf(row.date()) < 0) {
                outside.add(row.date().toString());
            }
        }
        if (!outside.isEmpty()) {
            throw Refusal.ofNights(
                    FailureCode.NIGHTS_SURPLUS,
                    outside,
                    Refusal.period(dates.checkIn(), dates.checkOut()),
                    outside.first());
        }
    }

    /**
     * Returns only when the rooms are uneven by code but every night has exactly as many rows as the telegram has rooms: a
     * change of type between nights.
     *
     * @return how many rooms those are
     */
    static int roomsThatMove(List<RoomNight> rows, StayDates dates, @Nullable Long roomCount) {
        var rowsOfNight = new int[dates.nights()];
        rows.forEach(row -> rowsOfNight[dates.indexOf(row.date())]++);
        var most = Arrays.stream(rowsOfNight).max().orElse(0);
        var even = Arrays.stream(rowsOfNight).allMatch(count -> count == most);
        if (even) {
            if (roomCount == null || roomCount != most) {
                throw missing(gapsByCode(rows, dates), dates, roomCount == null ? most : roomCount, most);
            }
            return most;
        }
        // Where the stated number is met on some night, it is right; else the fullest night shows how many rooms there
        // are.
        var stated = roomCount != null && Arrays.stream(rowsOfNight).anyMatch(count -> count == roomCount);
        var expected = stated ? roomCount.intValue() : most;
        var tooFew = nightsOf(rowsOfNight, dates, expected, true);
        if (!tooFew.isEmpty()) {
            throw missing(tooFew, dates, expected, rows.size());
        }
        throw Refusal.ofNights(
                FailureCode.NIGHTS_SURPLUS,
                nightsOf(rowsOfNight, dates, expected, false),
                expectation(dates, expected),
                rows.size());
    }

    private static RuntimeException missing(List<String> nights, StayDates dates, long expected, Object found) {
        return Refusal.ofNights(FailureCode.NIGHTS_MISSING, nights, expectation(dates, expected), found);
    }

    private static String expectation(StayDates dates, long rooms) {
        return Refusal.period(dates.checkIn(), dates.checkOut()) + " × " + rooms;
    }

    private static List<String> nightsOf(int[] rowsOfNight, StayDates dates, int expected, boolean tooFew) {
        var nights = new ArrayList<String>();
        for (int night = 0; night < rowsOfNight.length; night++) {
            var count = rowsOfNight[night];
            if (tooFew ? count < expected : count > expected) {
                nights.add(dates.checkIn().plusDays(night)
                        + (expected == 1 && tooFew ? "" : " (" + count + "/" + expected + ")"));
            }
        }
        return nights;
    }

    private static List<String> gapsByCode(List<RoomNight> rows, StayDates dates) {
        var byCode = new LinkedHashMap<String, Map<Integer, Integer>>();
        rows.forEach(row -> byCode.computeIfAbsent(row.code(), unseen -> new LinkedHashMap<>())
                .merge(dates.indexOf(row.date()), 1, Integer::sum));
        var gaps = new ArrayList<String>();
        byCode.forEach((code, counts) -> {
            var most =
                    counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            for (int night = 0; night < dates.nights() && gaps.size() < ENOUGH_GAPS; night++) {
                if (counts.getOrDefault(night, 0) < most) {
                    gaps.add(dates.checkIn().plusDays(night) + " (" + code + ")");
                }
            }
        });
        return gaps;
    }
}
