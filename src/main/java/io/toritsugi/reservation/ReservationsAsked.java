package io.toritsugi.reservation;

import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which reservations are asked for; null means any.
 *
 * @param guest a part of the name or its reading, in the normal form of names
 * @param from first check-in date
 * @param to the day after the last check-in date
 */
record ReservationsAsked(
        @Nullable String channel,
        @Nullable String bookingNumber,
        @Nullable String guest,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String status) {

    private static final Set<String> STATUSES = Set.of("confirmed", "cancelled", "checked_in", "departed");
    private static final int LONGEST_GUEST = 100;

    /** @throws ProblemException {@code request.invalid} naming the parameter that makes no sense */
    ReservationsAsked {
        if (status != null && !STATUSES.contains(status)) {
            throw ProblemException.ofField("status");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            throw ProblemException.ofField("to");
        }
        if (guest != null) {
            guest = Normalizer.normalize(guest, Normalizer.Form.NFKC)
                    .replaceAll("\\s+", " ")
                    .strip();
            if (guest.isEmpty() || guest.length() > LONGEST_GUEST) {
                throw ProblemException.ofField("guest");
            }
        }
    }

    /** The parameters of {@code reservation/arrivals.sql} and {@code guest-search.sql}. */
    Map<String, @Nullable Object> parameters(int hotelId, PageAsked page) {
        var after = Place.of(page.after());
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("hotel", hotelId);
        parameters.put("channel", channel);
        parameters.put("bookingNumber", bookingNumber);
        parameters.put("guest", guest);
        parameters.put("from", from);
        parameters.put("to", to);
        parameters.put("status", status);
        parameters.put("afterArrival", after == null ? null : after.arrival());
        parameters.put("afterId", after == null ? null : after.id());
        parameters.put("limit", page.rows());
        return parameters;
    }

    /** The place of a reservation in the list, as its cursor spells it: {@code 2027-03-05 0190…}. */
    static String place(ShownReservation reservation) {
        return (reservation.checkIn() == null ? "-" : reservation.checkIn()) + " " + reservation.id();
    }

    private record Place(@Nullable LocalDate arrival, UUID id) {

        static @Nullable Place of(@Nullable String spelling) {
            if (spelling == null) {
                return null;
            }
            try {
                var parts = spelling.split(" ", 2);
                var arrival = parts[0].equals("-") ? null : LocalDate.parse(parts[0]);
                return new Place(arrival, UUID.fromString(parts[parts.length - 1]));
            } catch (DateTimeException | IllegalArgumentException ofAnotherList) {
                throw ProblemException.ofField("cursor");
            }
        }
    }
}
