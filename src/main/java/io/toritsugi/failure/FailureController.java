package io.toritsugi.failure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The import cache: what did not become what it says, and what to do about it. */
@Tag(name = "Failures")
@RestController
@RequestMapping("/api/v1/failures")
class FailureController {

    private static final String BY_CAUSE = "fingerprint";

    private final FailureDesk desk;
    private final FailureCauses causes;
    private final DismissFailure dismissal;
    private final SnoozeFailure snoozing;
    private final FailureNotes notes;
    private final HotelAccess hotels;

    FailureController(
            FailureDesk desk,
            FailureCauses causes,
            DismissFailure dismissal,
            SnoozeFailure snoozing,
            FailureNotes notes,
            HotelAccess hotels) {
        this.desk = desk;
        this.causes = causes;
        this.dismissal = dismissal;
        this.snoozing = snoozing;
        this.notes = notes;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Failed imports, the newest first",
            description =
                    "The open ones (`waiting`, `retrying`, `escalated`) unless a `state` is asked for; of one's own hotels "
                            + "only. With `groupBy=fingerprint` one item for each cause, the most frequent first, in the form of "
                            + "`FailureGroup`.")
    @ApiResponse(
            responseCode = "200",
            description = "Failures, or with `groupBy` their causes",
            content = @Content(schema = @Schema(anyOf = {Failures.class, Causes.class})))
    @GetMapping
    Object list(
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            @RequestParam(name = "class", required = false) @Nullable FailureClass failureClass,
            @Parameter(description = "One of GET /api/v1/failure-codes") @RequestParam(required = false) @Nullable
                    String code,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "waiting",
                                                "retrying",
                                                "escalated",
                                                "resolved",
                                                "dismissed"
                                            }))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "The OTA, as `jalan`") @RequestParam(required = false) @Nullable String channel,
            @Parameter(description = "The OTA's number, as it was sent") @RequestParam(required = false) @Nullable
                    String bookingNumber,
            @Parameter(description = "Of one cause, as a group names it") @RequestParam(required = false) @Nullable
                    String fingerprint,
            @Parameter(
                            description =
                                    "Any part of the booking number, the code, a room code, or the guest's name or its reading (OPERATOR "
                                            + "and above)")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(description = "First check-in date") @RequestParam(required = false) @Nullable
                    LocalDate arrivalFrom,
            @Parameter(description = "The day after the last check-in date") @RequestParam(required = false) @Nullable
                    LocalDate arrivalTo,
            @Parameter(schema = @Schema(allowableValues = BY_CAUSE)) @RequestParam(required = false) @Nullable
                    String groupBy,
            @Parameter(
                            description = "`arrival`: those first whose guests arrive first. Not with `groupBy`",
                            schema =
                                    @Schema(
                                            allowableValues = {"newest", "oldest", "arrival", "class"},
                                            defaultValue = "newest"))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(description = "Also those that have left the cache: confirmed and resolved")
                    @RequestParam(defaultValue = "false")
                    boolean archived,
            PageAsked page,
            Locale language) {
        var scope = hotels.scope(hotel);
        var privacy = GuestPrivacy.of(Caller.current());
        var asked = new FailuresAsked(
                failureClass,
                code,
                state,
                channel,
                bookingNumber,
                fingerprint,
                q,
                privacy == GuestPrivacy.OPEN,
                arrivalFrom,
                arrivalTo,
                archived);
        if (groupBy != null) {
            return byCause(scope, asked, groupBy, page, language);
        }
        var order = FailureSort.of(sort);
        var lines = Page.of(desk.list(scope, asked, order, page, language, privacy), page, order::place);
        return new Failures(lines.items(), lines.next(), page.after() == null ? desk.total(scope, asked) : null);
    }

    @Operation(
            summary = "One failure: why, what to do, and the booking as far as it was understood",
            description =
                    "As in the list, with cause, remedy, facts, the booking in the PMS's form and what people did about it. "
                            + "Guests are masked for VIEWER.")
    @GetMapping("/{id}")
    FailureCase show(@PathVariable long id, Locale language) {
        hotels.require(desk.hotelOf(id));
        return desk.show(id, language, GuestPrivacy.of(Caller.current()));
    }

    @Operation(
            summary = "Dismiss a failure for good",
            description =
                    "Needs OPERATOR. It is never tried again, and its telegram is never placed, whatever else arrives of its "
                            + "booking. A closed one is refused (`failure.closed`), and so is one that changed since `version` "
                            + "(`conflict.version`).")
    @PostMapping("/{id}/dismiss")
    FailureCase dismiss(@PathVariable long id, @Valid @RequestBody Dismissal wanted, Locale language) {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        dismissal.dismiss(
                caller, hotels.require(desk.hotelOf(id)), id, wanted.reason().strip(), wanted.version());
        return desk.show(id, language, GuestPrivacy.of(caller));
    }

    @Operation(
            summary = "Leave a failure alone until a time",
            description =
                    "Needs OPERATOR. It is not tried by schedule before `until`, which lies at most 30 days ahead; that counts as "
                            + "no attempt. A mapping, a freed room or a missing telegram still heals it at once. A closed one is "
                            + "refused (`failure.closed`), and so is one that changed since `version` (`conflict.version`).")
    @PostMapping("/{id}/snooze")
    FailureCase snooze(@PathVariable long id, @Valid @RequestBody Snooze wanted, Locale language) {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        var until = wanted.until().toInstant();
        snoozing.check(until);
        snoozing.snooze(
                caller, hotels.require(desk.hotelOf(id)), id, until, stripped(wanted.reason()), wanted.version());
        return desk.show(id, language, GuestPrivacy.of(caller));
    }

    @Operation(
            summary = "Write something down about a failure",
            description = "Needs OPERATOR. For the next shift; nothing else changes. Also when it is over.")
    @PostMapping("/{id}/note")
    FailureCase note(@PathVariable long id, @Valid @RequestBody Note wanted, Locale language) {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        notes.add(caller, hotels.require(desk.hotelOf(id)), id, wanted.text().strip());
        return desk.show(id, language, GuestPrivacy.of(caller));
    }

    private static @Nullable String stripped(@Nullable String reason) {
        return reason == null || reason.isBlank() ? null : reason.strip();
    }

    private Page<FailureGroup> byCause(
            @Nullable Integer scope, FailuresAsked asked, String groupBy, PageAsked page, Locale language) {
        if (!groupBy.equals(BY_CAUSE)) {
            throw ProblemException.ofField("groupBy");
        }
        return Page.of(causes.list(scope, asked, page, language), page, FailureCauses.Placed::place)
                .map(FailureCauses.Placed::group);
    }

    /**
     * What the list answers.
     *
     * @param total how many there are on all pages; null behind the first page, and where they are more than 100,000
     */
    @Schema(name = "PageFailure")
    record Failures(
            List<FailureLine> items,
            @Nullable String next,

            @Schema(description = "On all pages; null behind the first page, and for more than 100,000") @Nullable
            Long total) {}

    /** What the list answers with {@code groupBy}, for its description. */
    @Schema(name = "PageFailureGroup")
    record Causes(List<FailureGroup> items, @Nullable String next) {}

    @Schema(name = "FailureDismissal")
    record Dismissal(
            @NotBlank @Size(max = 500) @Schema(example = "booked by hand")
            String reason,

            @Nullable Integer version) {}

    @Schema(name = "FailureSnooze")
    record Snooze(
            @NotNull OffsetDateTime until,
            @Nullable @Size(max = 500) String reason,
            @Nullable Integer version) {}

    @Schema(name = "FailureNote")
    record Note(
            @NotBlank @Size(max = 500) @Schema(example = "asked the OTA, answer by Friday")
            String text) {}
}
