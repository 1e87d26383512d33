package io.toritsugi.confirm;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Outputs of TL-Lincoln: what came by polling, and whether TL-Lincoln knows that we have it. */
@Tag(name = "Outputs")
@RestController
@RequestMapping("/api/v1/outputs")
class OutputController {

    private final OutputDesk desk;
    private final HotelAccess hotels;

    OutputController(OutputDesk desk, HotelAccess hotels) {
        this.desk = desk;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Outputs, the newest first",
            description = "In every state unless one is asked for; of one's own hotels only.")
    @GetMapping
    Page<OutputLine> list(
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            @Parameter(schema = @Schema(allowableValues = {"waiting", "due", "confirmed", "escalated"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            PageAsked page,
            Locale language) {
        return Page.of(desk.list(hotels.scope(hotel), state, page, language), page, OutputLine::id);
    }

    @Operation(summary = "One output", description = "As in the list.")
    @GetMapping("/{id}")
    OutputLine show(@PathVariable long id, Locale language) {
        hotels.require(desk.hotelOf(id));
        return desk.show(id, language);
    }

    @Operation(
            summary = "Confirm an output now",
            description =
                    "Needs OPERATOR. Answers 202 with the output, now `due`; it is confirmed within seconds, or fails with a "
                            + "reason. One that is confirmed is refused (`output.confirmed`), and so is one whose bookings are "
                            + "not resolved yet (`output.waiting`).")
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    OutputLine retry(@PathVariable long id, Locale language) {
        Caller.current().require(Role.OPERATOR);
        desk.retry(hotels.require(desk.hotelOf(id)), id);
        return desk.show(id, language);
    }
}
