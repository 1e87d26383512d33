package io.toritsugi.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sender is told about a delivery: how each of its telegrams stands now, in document order.
 *
 * @param delivery the delivery's number, to ask again with
 * @param receivedAt in the hotel's time zone
 */
public record Receipt(UUID delivery, String hotel, OffsetDateTime receivedAt, List<Line> telegrams) {

    static final String PENDING = "pending";

    /**
     * How one telegram stands.
     *
     * @param kind null when unreadable
     * @param outcome {@code imported}, {@code modified}, {@code cancelled}, {@code rejected} or {@code pending}
     * @param failureClass null unless rejected
     * @param message the failure in the sender's language; null unless rejected
     * @param original how the first one stands, on a repetition; left out otherwise
     */
    @Schema(name = "ReceiptLine")
    public record Line(
            long id,
            @Nullable String dataId,
            @Nullable String channel,
            @Nullable String bookingNumber,
            @Nullable String kind,
            String outcome,
            @JsonProperty("class") @Nullable String failureClass,
            @Nullable String code,
            @Nullable String message,
            @Nullable UUID reservation,
            List<String> flags,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Original original) {

        boolean pending() {
            return outcome.equals(PENDING);
        }
    }

    /** The first telegram of a repeated one. */
    @Schema(name = "ReceiptOriginal")
    public record Original(
            long id,
            String outcome,
            @JsonProperty("class") @Nullable String failureClass,
            @Nullable UUID reservation) {}

    boolean decided() {
        return telegrams.stream().noneMatch(Line::pending);
    }
}
