package io.toritsugi.notify;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Incidents: what a person should know of. */
@Tag(name = "Notifications")
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {

    private final Notifications notifications;
    private final AcknowledgeIncident acknowledgement;
    private final HotelAccess hotels;

    NotificationController(Notifications notifications, AcknowledgeIncident acknowledgement, HotelAccess hotels) {
        this.notifications = notifications;
        this.acknowledgement = acknowledgement;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Incidents, those seen last first",
            description =
                    "Failures of one cause are one incident with a count. Those that live (`open`, `acknowledged`) unless "
                            + "a `state` is asked for; of one's own hotels only, of the whole house for who may act for all.")
    @GetMapping
    Page<Notification> list(
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            @Parameter(schema = @Schema(allowableValues = {"open", "acknowledged", "resolved"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            PageAsked page,
            Locale language) {
        return Page.of(notifications.list(hotels.scope(hotel), state, page, language), page, Notifications::place);
    }

    @Operation(
            summary = "One incident with its telegrams",
            description = "The newest telegrams first, a hundred at most.")
    @GetMapping("/{id}")
    NotificationCase show(@PathVariable long id, Locale language) {
        return notifications.withTelegrams(admitted(id, language), language);
    }

    @Operation(
            summary = "Say that one looks after it",
            description = "Needs OPERATOR. It ends by itself when its cause is gone; a resolved one is refused "
                    + "(`notification.closed`). Once more tells who looks after it now.")
    @PostMapping("/{id}/acknowledge")
    NotificationCase acknowledge(
            @PathVariable long id,
            @Valid @RequestBody(required = false) @Nullable Acknowledgement wanted,
            Locale language) {
        Caller.current().require(Role.OPERATOR);
        admitted(id, language);
        acknowledgement.acknowledge(id, wanted == null ? null : wanted.reason());
        return show(id, language);
    }

    private Notification admitted(long id, Locale language) {
        var found = notifications
                .find(id, language)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOTIFICATION_UNKNOWN));
        if (found.hotel() != null) {
            hotels.require(found.hotel());
        } else if (!Caller.current().allHotels()) {
            throw new ProblemException(ProblemCode.FORBIDDEN_HOTEL, Map.of("hotel", "*"));
        }
        return found;
    }

    @Schema(name = "Acknowledgement")
    record Acknowledgement(
            @Nullable @Size(max = 500) @Schema(example = "asked the OTA")
            String reason) {}
}
