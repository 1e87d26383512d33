package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.conformance.BookingStream.Tally;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was sent, what of it was acknowledged, and whether the application holds just that. Its senders write in parallel; it is
 * asked when they have ended.
 */
final class BookingJournal {

    /** A room code that nobody has mapped: such a booking must stand as a failure and as nothing else. */
    static final String UNMAPPED = "9999";

    private static final String AND = " and ";
    private static final int RECEIPTS_ASKED_FOR = 100;
    private static final Random RANDOM = new Random(4711);

    private final Set<String> hotels = ConcurrentHashMap.newKeySet();
    private final Map<String, SentBooking> bookings = new ConcurrentHashMap<>();
    private final Map<String, String> deliveries = new ConcurrentHashMap<>();
    private final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    private final Map<String, SentTelegram> unanswered = new ConcurrentHashMap<>();

    BookingJournal(Collection<String> hotels) {
        this.hotels.addAll(hotels);
    }

    /** A telegram and the hotel it was meant for. */
    record SentTelegram(String hotel, WrittenTelegram telegram) {}

    /** A booking with everything that was sent for it, in the order in which it was written. */
    record SentBooking(String hotel, List<WrittenTelegram> telegrams) {

        WrittenTelegram last() {
            return telegrams.get(telegrams.size() - 1);
        }

        boolean open() {
            return last().kind() != WrittenTelegram.Kind.CANCELLATION
                    && !last().roomCode().equals(UNMAPPED);
        }

        /** As {@code status check-in amounts} of the reservation; null where there must be none. */
        @Nullable
        String expected() {
            if (last().roomCode().equals(UNMAPPED)) {
                return null;
            }
            if (last().kind() == WrittenTelegram.Kind.CANCELLATION) {
                return "cancelled";
            }
            return "confirmed " + last().checkIn() + " {" + last().amount() + "," + last().amount() + "}";
        }
    }

    /** Notes what is about to be sent. */
    void sending(SentTelegram sent) {
        var telegram = sent.telegram();
        hotels.add(sent.hotel());
        bookings.computeIfAbsent(
                        telegram.bookingNumber(),
                        number -> new SentBooking(sent.hotel(), Collections.synchronizedList(new ArrayList<>())))
                .telegrams()
                .add(telegram);
        unanswered.put(telegram.dataId(), sent);
    }

    /** Notes what a receipt says. */
    void acknowledged(Reply receipt) {
        for (JsonNode line : receipt.lines()) {
            var dataId = line.path("dataId").asText();
            deliveries.put(dataId, receipt.delivery());
            unanswered.remove(dataId);
        }
    }

    /** Notes that an output with this telegram was confirmed. */
    void confirmed(String dataId) {
        confirmed.add(dataId);
        unanswered.remove(dataId);
    }

    int acknowledged() {
        return deliveries.size() + confirmed.size();
    }

    private Set<String> promised() {
        var promised = new HashSet<>(deliveries.keySet());
        promised.addAll(confirmed);
        return promised;
    }

    Collection<SentTelegram> unanswered() {
        return List.copyOf(unanswered.values());
    }

    SentBooking booking(String number) {
        return bookings.get(number);
    }

    /** Everything that was acknowledged is there once, decided, in the tables and in the receipts. */
    void verifyAcknowledged(JdbcTemplate tables, Sender sender) {
        var outcomes = outcomes(tables);
        for (var dataId : promised()) {
            assertThat(outcomes.get(dataId))
                    .as("telegram %s", dataId)
                    .singleElement()
                    .isIn("imported", "modified", "cancelled", "ROOM_MAPPING", "OUT_OF_ORDER");
        }
        var some = new ArrayList<>(deliveries.keySet());
        Collections.shuffle(some, RANDOM);
        some.stream().limit(RECEIPTS_ASKED_FOR).forEach(dataId -> verifyReceipt(dataId, outcomes, sender));
    }

    /** Every booking of which no telegram is missing stands as its telegrams say, and nothing else stands. */
    void verifyReservations(JdbcTemplate tables) {
        var standing = standing(tables);
        assertThat(bookings.keySet()).containsAll(standing.keySet());
        var waiting = waitingBookings();
        bookings.forEach((number, booking) -> {
            if (!waiting.contains(number)) {
                assertThat(standing.get(number)).as("booking %s", number).isEqualTo(booking.expected());
            }
        });
    }

    Tally tally(JdbcTemplate tables) {
        var outcomes = outcomes(tables);
        var standing = standing(tables);
        var waiting = waitingBookings();
        var promised = promised();
        long lost = promised.stream()
                .filter(dataId ->
                        outcomes.getOrDefault(dataId, List.of()).stream().allMatch("pending"::equals))
                .count();
        long doubled = promised.stream()
                        .filter(dataId ->
                                outcomes.getOrDefault(dataId, List.of()).size() > 1)
                        .count()
                + standing.values().stream()
                        .filter(reservation -> reservation.contains(AND))
                        .count();
        long wrong = bookings.entrySet().stream()
                        .filter(booking -> !waiting.contains(booking.getKey()))
                        .filter(booking -> !Objects.equals(
                                standing.get(booking.getKey()),
                                booking.getValue().expected()))
                        .count()
                + standing.keySet().stream()
                        .filter(number -> !bookings.containsKey(number))
                        .count();
        return new Tally(promised.size(), (int) lost, (int) doubled, (int) wrong);
    }

    /** The outcomes of each first telegram by its DataID: one, if all is well. */
    private Map<String, List<String>> outcomes(JdbcTemplate tables) {
        var outcomes = new HashMap<String, List<String>>();
        tables.query(
                """
                        select t.data_id, coalesce(t.failure_class, t.outcome, 'pending') as outcome
                        from telegram t
                                 join hotel h on h.id = t.hotel_id
                        where t.original_id is null
                          and h.code = any (?)
                        """,
                row -> {
                    outcomes.computeIfAbsent(row.getString("data_id"), id -> new ArrayList<>())
                            .add(row.getString("outcome"));
                },
                (Object) hotels.toArray(String[]::new));
        return outcomes;
    }

    private Map<String, String> standing(JdbcTemplate tables) {
        var standing = new HashMap<String, String>();
        tables.query(
                """
                        select r.booking_number, r.status, r.check_in, n.amounts
                        from reservation r
                                 join hotel h on h.id = r.hotel_id
                                 left join reservation_room n on n.reservation_id = r.id
                        where h.code = any (?)
                        """,
                row -> {
                    var status = row.getString("status");
                    standing.merge(
                            row.getString("booking_number"),
                            status.equals("cancelled")
                                    ? status
                                    : status + " " + row.getDate("check_in") + " " + row.getString("amounts"),
                            (one, two) -> one + AND + two);
                },
                (Object) hotels.toArray(String[]::new));
        return standing;
    }

    private Set<String> waitingBookings() {
        return unanswered.values().stream()
                .map(sent -> sent.telegram().bookingNumber())
                .collect(Collectors.toSet());
    }

    private void verifyReceipt(String dataId, Map<String, List<String>> outcomes, Sender sender) {
        var telegram = dataId.substring(1, dataId.lastIndexOf('-'));
        var receipt = sender.receipt(booking("B" + telegram).hotel(), deliveries.get(dataId));
        assertThat(receipt.status()).as("receipt of %s: %s", dataId, receipt).isEqualTo(200);
        assertThat(receipt.lines())
                .as("receipt of %s", dataId)
                .filteredOn(line -> line.path("dataId").asText().equals(dataId))
                .singleElement()
                .satisfies(line -> assertThat(standing(line))
                        .isEqualTo(outcomes.get(dataId).get(0)));
    }

    /** The class of a rejected telegram, else its outcome; of a repeated one that of the first. */
    private static String standing(JsonNode line) {
        var first = line.path("class").asText().equals("DUPLICATE") ? line.path("original") : line;
        return first.path("class").asText(first.path("outcome").asText());
    }
}
