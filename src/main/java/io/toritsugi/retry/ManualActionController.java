package io.toritsugi.retry;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.booking.BookingEdit;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureActions.Change;
import io.toritsugi.failure.FailureCase;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.failure.FailureDesk;
import io.toritsugi.failure.StoredWords;
import io.toritsugi.reservation.Outcome;
import io.toritsugi.retry.EditBooking.InvalidEditException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person does about a failure to have it processed at once: another room type, a corrected field (R4.5). */
@Tag(name = "Failures")
@RestController
@RequestMapping("/api/v1/failures/{id}")
class ManualActionController {

    private final AssignRoomType assigning;
    private final EditBooking editing;
    private final FailureDesk desk;
    private final StoredWords words;
    private final HotelAccess hotels;

    ManualActionController(
            AssignRoomType assigning, EditBooking editing, FailureDesk desk, StoredWords words, HotelAccess hotels) {
        this.assigning = assigning;
        this.editing = editing;
        this.desk = desk;
        this.words = words;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Give rooms of this booking another type",
            description =
                    "Needs OPERATOR. For this booking only; without `rooms` for every room that no mapping knows or whose type is "
                            + "full. Processed at once; what the OTA sold stays the booked type. A type that is not free is refused "
                            + "(`failure.type_not_free`), as is a case without such rooms (`failure.nothing_to_assign`), a closed one "
                            + "(`failure.closed`), and one that changed since `version` (`conflict.version`); nothing is changed then.")
    @PostMapping("/assign")
    FailureCase assign(@PathVariable long id, @Valid @RequestBody Assignment wanted, Locale language) {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        assigning.assign(
                caller,
                hotels.require(desk.hotelOf(id)),
                id,
                new AssignRoomType.Wanted(
                        wanted.roomType().strip(), wanted.rooms(), stripped(wanted.reason()), wanted.version()));
        return desk.show(id, language, GuestPrivacy.of(caller));
    }

    @Operation(
            summary = "Correct what a telegram says",
            description =
                    "Needs OPERATOR. What is absent stands as it was sent; an earlier correction is replaced as a whole. The "
                            + "telegram itself never changes. Processed at once by the same rules as what an OTA sends; what they "
                            + "refuse is refused (`failure.edit_invalid`), as is a case that no correction mends "
                            + "(`failure.not_editable`), a closed one (`failure.closed`), and one that changed since `version` "
                            + "(`conflict.version`). With `dryRun` nothing is changed and the answer says what would be.")
    @PostMapping("/edit")
    EditAnswer edit(
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @Valid @RequestBody Edit wanted,
            Locale language) {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        boolean trial = dryRun || Boolean.TRUE.equals(wanted.dryRun());
        var hotel = hotels.require(desk.hotelOf(id));
        try {
            var edited = editing.edit(
                    caller,
                    hotel,
                    id,
                    new EditBooking.Wanted(wanted.fields().edit(), stripped(wanted.reason()), wanted.version(), trial));
            return answer(trial, edited, desk.show(id, language, GuestPrivacy.of(caller)), language);
        } catch (InvalidEditException invalid) {
            throw problem(invalid.failure(), language);
        }
    }

    private EditAnswer answer(boolean trial, EditBooking.Edited edited, FailureCase shown, Locale language) {
        var failure = edited.failure();
        return new EditAnswer(
                trial,
                edited.outcome(),
                failure == null ? null : failure.failureClass(),
                failure == null ? null : failure.code().code(),
                failure == null ? null : words.message(failure.code(), failure.arguments(), language),
                edited.changes(),
                shown);
    }

    private ProblemException problem(Failure failure, Locale language) {
        return new ProblemException(
                ProblemCode.FAILURE_EDIT_INVALID,
                Map.of("reason", words.message(failure.code(), failure.arguments(), language)),
                Map.of("failure", failure.code().code(), "facts", failure.arguments()));
    }

    private static @Nullable String stripped(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    @Schema(name = "FailureAssignment")
    record Assignment(
            @NotBlank @Size(max = 32) @Schema(example = "TWN")
            String roomType,

            @Schema(description = "Numbers of the booking's rooms, from 1; absent: those that need it")
            @Nullable
            @Size(min = 1, max = 500)
            List<@NotNull Integer> rooms,

            @Nullable @Size(max = 500) String reason,
            @Nullable Integer version) {}

    @Schema(name = "FailureEdit")
    record Edit(
            @NotNull @Valid Fields fields,
            @Nullable @Size(max = 500) String reason,
            @Nullable Integer version,

            @Schema(description = "Only say what would happen; the query parameter does the same") @Nullable
            Boolean dryRun) {}

    /** The fields to be corrected; at least one. */
    @Schema(name = "FailureEditFields")
    record Fields(
            @Nullable LocalDate checkIn,
            @Nullable LocalDate checkOut,
            @Nullable @Size(min = 1, max = 200) String guestName,
            @Nullable @Size(min = 1, max = 200) String guestKana,

            @Schema(description = "All rooms of the stay; absent: as sent") @Nullable @Size(min = 1, max = 500)
            List<@NotNull @Valid Room> rooms) {

        BookingEdit edit() {
            var edit = new BookingEdit(
                    checkIn,
                    checkOut,
                    guestName,
                    guestKana,
                    rooms == null ? null : rooms.stream().map(Room::edited).toList());
            if (edit.nothing()) {
                throw ProblemException.ofField("fields");
            }
            return edit;
        }
    }

    @Schema(name = "FailureEditRoom")
    record Room(
            @NotBlank @Size(max = 64) @Schema(example = "0002", description = "The OTA's room type code")
            String code,

            @Min(0) @Max(99) int adults,
            @Min(0) @Max(99) int children,

            @NotNull @Size(min = 1, max = 999) @Schema(description = "Whole yen for each night")
            List<@NotNull @Min(0) @Max(99_999_999) Integer> amounts) {

        BookingEdit.Room edited() {
            return new BookingEdit.Room(code.strip(), adults, children, amounts);
        }
    }

    /**
     * What a correction did, or would do.
     *
     * @param failure the case as it stands now
     */
    @Schema(name = "FailureEditAnswer")
    record EditAnswer(
            boolean dryRun,

            @Schema(
                    type = "string",
                    allowableValues = {"imported", "modified", "cancelled", "rejected"})
            Outcome outcome,

            @JsonProperty("class") @Nullable FailureClass failureClass,
            @Nullable String code,

            @Schema(description = "Why it is, or would be, refused") @Nullable
            String message,

            List<Change> changes,
            FailureCase failure) {}
}
