package io.toritsugi.simulator;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What TL-Lincoln would know of one hotel. Thread-safe. */
final class SimulatedHotel {

    private final String code;
    private final Credentials credentials;
    private final BookingQueue bookings;
    private final StockBook stock = new StockBook(RoomGroup.DEMO);
    private final Map<String, byte[]> answersByRequestId = new ConcurrentHashMap<>();
    private final List<SimulatedAdjustment> adjustments = new CopyOnWriteArrayList<>();

    SimulatedHotel(String code, Credentials credentials) {
        this.code = code;
        this.credentials = credentials;
        this.bookings = new BookingQueue(code);
    }

    String code() {
        return code;
    }

    boolean admits(Credentials shown) {
        return credentials.sameAs(shown);
    }

    BookingQueue bookings() {
        return bookings;
    }

    StockBook stock() {
        return stock;
    }

    /** The adjustments that came, the oldest first. */
    List<SimulatedAdjustment> adjustments() {
        return adjustments;
    }

    /** The answer that an adjustment was given, for Resend. */
    Optional<byte[]> answerTo(LincolnService service, String requestId) {
        byte @Nullable [] answer = answersByRequestId.get(key(service, requestId));
        return Optional.ofNullable(answer);
    }

    /** A requestId counts once a hotel, whichever of the two services it came to. */
    boolean hasUsed(String requestId) {
        return List.of(LincolnService.STOCK_ADJUSTMENT, LincolnService.BULK_ADJUSTMENT).stream()
                .anyMatch(service -> answersByRequestId.containsKey(key(service, requestId)));
    }

    void remember(LincolnService service, String requestId, byte[] answer) {
        answersByRequestId.put(key(service, requestId), answer);
    }

    private static String key(LincolnService service, String requestId) {
        return service.serviceName() + "/" + requestId;
    }
}
