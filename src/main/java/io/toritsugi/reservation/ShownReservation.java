package io.toritsugi.reservation;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.booking.GuestName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A whole reservation, in the form of the API. Money is whole yen.
 *
 * @param checkIn null, as {@code checkOut}, only where a booking was cancelled of which nothing could be read
 * @param roomTotal the sum of all nights of all rooms
 * @param headerTotal what the OTA says the whole is
 * @param cancellationCharge null unless cancelled
 * @param dueOnSite what the hotel still collects
 */
@Schema(name = "Reservation")
@JsonPropertyOrder({"id", "hotel", "channel", "bookingNumber", "status"})
record ShownReservation(
        UUID id,
        @Schema(example = "SMP") String hotel,
        @Schema(example = "booking") String channel,
        @Schema(example = "9900000110") String bookingNumber,

        @Schema(allowableValues = {"confirmed", "cancelled", "checked_in", "departed"})
        String status,

        @Nullable LocalDate checkIn,
        @Nullable LocalDate checkOut,

        @Schema(description = "Masked for VIEWER") GuestName guest,

        List<Room> rooms,
        long roomTotal,
        long optionsTotal,
        long headerTotal,
        long discountTotal,

        @Schema(description = "Null unless cancelled") @Nullable
        Long cancellationCharge,

        @Schema(allowableValues = {"on_site", "card_prepaid", "agent_prepaid", "corporate", "partial"})
        String settlement,

        long dueOnSite,
        @Nullable String planCode,
        @Nullable String planName,
        List<String> requests,

        @Schema(example = "[\"rounding_absorbed_last_night\"]")
        List<String> flags,

        @Schema(
                description = "How many telegrams have made it what it is, and how often the house moved its rooms; "
                        + "who changes it names the one that he has seen")
        int revision) {

    /** The same reservation for those who may not see the guest's name. */
    ShownReservation masked(GuestName shownGuest, List<String> shownRequests) {
        return new ShownReservation(
                id,
                hotel,
                channel,
                bookingNumber,
                status,
                checkIn,
                checkOut,
                shownGuest,
                rooms,
                roomTotal,
                optionsTotal,
                headerTotal,
                discountTotal,
                cancellationCharge,
                settlement,
                dueOnSite,
                planCode,
                planName,
                shownRequests,
                flags,
                revision);
    }

    /**
     * One room, or the part of a stay that it spends in one type.
     *
     * @param code what the OTA calls the type
     * @param bookedType what the OTA sold
     * @param assignedType where the guest sleeps
     * @param chargedType what the guest pays for
     */
    @Schema(name = "ReservationRoom")
    record Room(
            @Schema(example = "0003") String code,

            @Schema(example = "DBL", description = "What the OTA sold")
            String bookedType,

            @Schema(example = "DBL", description = "Where the guest sleeps")
            String assignedType,

            @Schema(example = "DBL", description = "What the guest pays for")
            String chargedType,

            int adults,
            int children,
            List<Night> nights) {}

    /** A night and its price in yen. */
    @Schema(name = "ReservationNight")
    record Night(LocalDate date, int amount) {}
}
