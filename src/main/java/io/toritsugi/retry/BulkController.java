package io.toritsugi.retry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.SnoozeFailure;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One action on many failures: a frozen set, in waves of 1, 10 and the rest. */
@Tag(name = "Failures")
@RestController
@RequestMapping("/api/v1/failures/bulk")
class BulkController {

    private static final List<String> ITEM_STATES = List.of("pending", "done", "failed", "skipped");

    private final BulkOperations operations;
    private final BulkItems items;
    private final SnoozeFailure snoozing;
    private final HotelAccess hotels;

    BulkController(BulkOperations operations, BulkItems items, SnoozeFailure snoozing, HotelAccess hotels) {
        this.operations = operations;
        this.items = items;
        this.snoozing = snoozing;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Do something about many failures",
            description =
                    "Needs OPERATOR. The open failures that meet the filter now are the set; it does not change afterwards. First one "
                            + "is done, then ten, then the rest, those first whose guests arrive first. When one meets the same "
                            + "failure again the operation pauses and says what it met. A set without a failure is refused "
                            + "(`bulk.empty`), as is one of more than 100,000 (`bulk.too_many`).")
    @ApiResponse(responseCode = "202", description = "It begins within a second")
    @ApiResponse(
            responseCode = "403",
            description = "Not for this hotel, or not with this role",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    BulkOperation create(@Valid @RequestBody BulkWanted wanted) {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        var scope = hotels.scope(wanted.filter().hotel());
        wanted.check(snoozing);
        return operations.find(scope, operations.create(caller, scope, wanted));
    }

    @Operation(summary = "Bulk operations, the newest first", description = "Of one's own hotels only.")
    @GetMapping
    Page<BulkOperation> list(
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            PageAsked page) {
        return Page.of(operations.list(hotels.scope(hotel), page), page, BulkOperation::id);
    }

    @Operation(summary = "One bulk operation and how far it is", description = "With what it met, where it is paused.")
    @GetMapping("/{id}")
    BulkOperation show(@PathVariable UUID id) {
        return operations.find(Caller.current().hotelId(), id);
    }

    @Operation(
            summary = "What became of each failure of the set",
            description = "In the order of the work; each that was skipped or failed with its reason.")
    @GetMapping("/{id}/items")
    Page<BulkOperation.Item> items(
            @PathVariable UUID id,
            @Parameter(schema = @Schema(allowableValues = {"pending", "done", "failed", "skipped"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            PageAsked page,
            Locale language) {
        if (state != null && !ITEM_STATES.contains(state)) {
            throw ProblemException.ofField("state");
        }
        var operation = operations.find(Caller.current().hotelId(), id);
        return Page.of(items.list(operation, state, page, language), page, BulkOperation.Item::position);
    }

    @Operation(
            summary = "Go on with a paused operation",
            description =
                    "Needs OPERATOR. The failure that it met does not stop it again. One that is not paused is refused "
                            + "(`bulk.not_paused`).")
    @PostMapping("/{id}/continue")
    BulkOperation goOn(@PathVariable UUID id) {
        var scope = operator();
        operations.find(scope, id);
        operations.goOn(id);
        return operations.find(scope, id);
    }

    @Operation(
            summary = "End an operation",
            description =
                    "Needs OPERATOR. What it has done stays done; what it has not begun is skipped. One that is over is refused "
                            + "(`bulk.closed`).")
    @PostMapping("/{id}/cancel")
    BulkOperation cancel(@PathVariable UUID id) {
        var scope = operator();
        operations.find(scope, id);
        operations.cancel(id);
        return operations.find(scope, id);
    }

    private static @Nullable Integer operator() {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        return caller.hotelId();
    }
}
