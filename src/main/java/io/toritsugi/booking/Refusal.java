package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says no to a telegram in the arguments that every message of this room is made of: field, expected, found, nights. */
final class Refusal {

    private static final int LONGEST_FOUND = 60;
    private static final int MOST_NIGHTS = 20;

    private Refusal() {}

    static TelegramFailedException of(FailureCode code, String field, String expected, @Nullable Object found) {
        return new TelegramFailedException(
                code, "translate", Map.of("field", field, "expected", expected, "found", shown(found)));
    }

    /** A stay that ends before it begins, or on the day it begins. */
    static TelegramFailedException ofCheckOut(LocalDate checkIn, LocalDate checkOut) {
        return new TelegramFailedException(
                FailureCode.CHECK_OUT_NOT_AFTER_CHECK_IN,
                "translate",
                Map.of(
                        "field",
                        "CheckOutDate",
                        "expected",
                        "> " + checkIn,
                        "found",
                        checkOut.toString(),
                        "checkIn",
                        checkIn.toString()));
    }

    /** @param nights the dates that are wrong, each with what is wrong about it where that is more than the date */
    static TelegramFailedException ofNights(
            FailureCode code, Collection<String> nights, String expected, @Nullable Object found) {
        return new TelegramFailedException(
                code,
                "translate",
                Map.of("field", "RoomDate", "nights", listed(nights), "expected", expected, "found", shown(found)));
    }

    static String period(LocalDate checkIn, LocalDate checkOut) {
        return checkIn + "–" + checkOut;
    }

    private static String listed(Collection<String> nights) {
        var list = nights.stream().limit(MOST_NIGHTS).collect(Collectors.joining(", "));
        return nights.size() > MOST_NIGHTS ? list + " … (+" + (nights.size() - MOST_NIGHTS) + ")" : list;
    }

    private static String shown(@Nullable Object found) {
        return found == null ? "" : SentText.cut(found.toString(), LONGEST_FOUND);
    }
}
