package io.toritsugi.reservation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.access.Role;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.reservation.MarkReservation.Marks;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people change of a reservation that stands: where a guest sleeps, and who is not to be moved. */
@Tag(name = "Reservations")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/reservations/{id}")
class ReservationChangeController {

    private final AssignRoom assigning;
    private final MarkReservation marking;
    private final ReservationBook book;
    private final HotelAccess hotels;

    ReservationChangeController(
            AssignRoom assigning, MarkReservation marking, ReservationBook book, HotelAccess hotels) {
        this.assigning = assigning;
        this.marking = marking;
        this.book = book;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Give a room of a reservation another type",
            description =
                    "Needs OPERATOR. `no` is the room's place in the reservation, from 1. Stock moves with the guest; a "
                            + "later modification that still fits keeps the type. What was sold, and every amount, stays; `charged` "
                            + "notes the new type as the one that is charged. Refused, with nothing changed: a type that is not free "
                            + "(`reservation.type_not_free`), a reservation that changed since `revision` (`conflict.version`), one "
                            + "that has arrived or is cancelled (`reservation.not_movable`).")
    @PostMapping("/rooms/{no}/assign")
    ReservationCase assign(
            @PathVariable String hotel,
            @PathVariable UUID id,
            @PathVariable int no,
            @Valid @RequestBody RoomWanted wanted) {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        var ref = hotels.require(hotel);
        assigning.assign(caller, ref, id, no, wanted.wanted());
        return shown(ref, id);
    }

    @Operation(
            summary = "Mark a reservation for cascades",
            description = "Needs OPERATOR. Both marks are set as given; telegrams leave them as they are.")
    @PutMapping("/marks")
    ReservationCase mark(@PathVariable String hotel, @PathVariable UUID id, @Valid @RequestBody Marks wanted) {
        Caller.current().require(Role.OPERATOR);
        var ref = hotels.require(hotel);
        marking.mark(ref, id, wanted);
        return shown(ref, id);
    }

    private ReservationCase shown(HotelRef hotel, UUID id) {
        return book.find(hotel, id, GuestPrivacy.of(Caller.current()))
                .orElseThrow(() -> new ProblemException(ProblemCode.RESERVATION_UNKNOWN));
    }

    @Schema(name = "RoomAssignmentWanted")
    record RoomWanted(
            @NotBlank @Size(max = 32) @Schema(example = "TWN")
            String roomType,

            @Nullable @Schema(description = "Whether the guest is to be charged for this type; false unless said")
            Boolean charged,

            @Nullable @Size(max = 500) String reason,

            @NotNull @Schema(description = "The revision that was seen")
            Integer revision) {

        AssignRoom.Wanted wanted() {
            var said = reason == null || reason.isBlank() ? null : reason.strip();
            return new AssignRoom.Wanted(roomType.strip(), Boolean.TRUE.equals(charged), said, revision);
        }
    }
}
