package io.toritsugi.reservation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the hotel holds. */
@Tag(name = "Reservations")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/reservations")
class ReservationController {

    private final ReservationBook book;
    private final HotelAccess hotels;

    ReservationController(ReservationBook book, HotelAccess hotels) {
        this.book = book;
        this.hotels = hotels;
    }

    @Operation(
            summary = "The reservations of a hotel, by arrival",
            description =
                    "Whole reservations, cancelled ones too; those of the same day in the order in which they were made. "
                            + "Guests are masked for VIEWER, who cannot search by name either.")
    @GetMapping
    Page<ShownReservation> list(
            @PathVariable String hotel,
            @Parameter(description = "The OTA, as `jalan`") @RequestParam(required = false) @Nullable String channel,
            @Parameter(description = "The OTA's number, as it was sent") @RequestParam(required = false) @Nullable
                    String bookingNumber,
            @Parameter(description = "Any part of the name or its reading. Needs OPERATOR")
                    @RequestParam(required = false)
                    @Nullable
                    String guest,
            @Parameter(description = "First check-in date") @RequestParam(required = false) @Nullable LocalDate from,
            @Parameter(description = "The day after the last check-in date") @RequestParam(required = false) @Nullable
                    LocalDate to,
            @Parameter(schema = @Schema(allowableValues = {"confirmed", "cancelled", "checked_in", "departed"}))
                    @RequestParam(required = false)
                    @Nullable
                    String status,
            PageAsked page) {
        var ref = hotels.require(hotel);
        var caller = Caller.current();
        if (guest != null) {
            // Letter by letter, a search would tell the name that the answer masks.
            caller.require(Role.OPERATOR);
        }
        var asked = new ReservationsAsked(channel, bookingNumber, guest, from, to, status);
        return Page.of(book.list(ref, asked, page, GuestPrivacy.of(caller)), page, ReservationsAsked::place);
    }

    @Operation(
            summary = "One reservation with its history",
            description =
                    "The reservation as in the list, its details, and every revision. Guests are masked for VIEWER.")
    @GetMapping("/{id}")
    ReservationCase show(@PathVariable String hotel, @PathVariable UUID id) {
        return book.find(hotels.require(hotel), id, GuestPrivacy.of(Caller.current()))
                .orElseThrow(() -> new ProblemException(ProblemCode.RESERVATION_UNKNOWN));
    }
}
