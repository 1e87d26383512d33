package io.toritsugi.stopsell;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Locale;
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

/** Stop-sells: what shall be stopped or sold again at TL-Lincoln, who decided, and what became of it. */
@Tag(name = "Stop-sells")
@RestController
@RequestMapping("/api/v1/stop-sells")
class StopSellController {

    private final StopSellList list;
    private final StopSellDesk desk;
    private final HotelAccess hotels;

    StopSellController(StopSellList list, StopSellDesk desk, HotelAccess hotels) {
        this.list = list;
        this.desk = desk;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Stop-sells, the newest first",
            description =
                    "In every state unless one is asked for; of one's own hotels only. `failed` waits for a person: try it "
                            + "again or dismiss it.")
    @GetMapping
    Page<StopSell> list(
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            @Parameter(schema = @Schema(allowableValues = {"proposed", "approved", "sent", "failed", "dismissed"}))
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @RequestParam(required = false) @Nullable String roomType,
            @Parameter(description = "Those with nights from this one on") @RequestParam(required = false) @Nullable
                    LocalDate from,
            @Parameter(description = "Those with nights before this one") @RequestParam(required = false) @Nullable
                    LocalDate to,
            PageAsked page,
            Locale language) {
        var asked = new StopSellList.Asked(hotels.scope(hotel), state, roomType, from, to);
        return Page.of(list.list(asked, page, language), page, StopSell::id);
    }

    @Operation(
            summary = "What was decided for bookings that found no room, the newest first",
            description =
                    "Also where nothing was to be done, with its reason: the nights are stopped or proposed already, no "
                            + "group stands for the type, the hotel is not linked.")
    @GetMapping("/decisions")
    Page<StopSellDecision> decisions(
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "proposed",
                                                "already_stopped",
                                                "already_proposed",
                                                "declined",
                                                "not_linked",
                                                "no_group",
                                                "past"
                                            }))
                    @RequestParam(required = false)
                    @Nullable
                    String reason,
            PageAsked page,
            Locale language) {
        return Page.of(list.decisions(hotels.scope(hotel), reason, page, language), page, StopSellDecision::id);
    }

    @Operation(summary = "One stop-sell", description = "As in the list.")
    @GetMapping("/{id}")
    StopSell show(@PathVariable long id, Locale language) {
        hotels.require(list.hotelOf(id));
        return list.show(id, language);
    }

    @Operation(
            summary = "Approve a stop-sell",
            description =
                    "Needs OPERATOR. Answers 202 with the stop-sell, now `approved`; it is `sent` within seconds, or tried "
                            + "again by itself. One that is decided is refused (`stop_sell.decided`).")
    @PostMapping("/{id}/approve")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StopSell approve(@PathVariable long id, Locale language) {
        Caller.current().require(Role.OPERATOR);
        desk.approve(hotels.require(list.hotelOf(id)), id);
        return list.show(id, language);
    }

    @Operation(
            summary = "Dismiss a stop-sell",
            description =
                    "Needs OPERATOR. One that waits, or one that could not be sent. Whoever dismisses the reopening of nights "
                            + "keeps them closed: they are not proposed again.")
    @PostMapping("/{id}/dismiss")
    StopSell dismiss(@PathVariable long id, @Valid @RequestBody Dismissal dismissal, Locale language) {
        Caller.current().require(Role.OPERATOR);
        desk.dismiss(hotels.require(list.hotelOf(id)), id, dismissal.reason().strip());
        return list.show(id, language);
    }

    @Operation(
            summary = "Try a stop-sell again that could not be sent",
            description =
                    "Needs OPERATOR. Answers 202 with the stop-sell, now `approved`, with all attempts before it again. Only "
                            + "what TL-Lincoln has not done is sent; what is in doubt is asked for first. One that did not fail is "
                            + "refused (`stop_sell.not_failed`).")
    @PostMapping("/{id}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    StopSell retry(@PathVariable long id, Locale language) {
        Caller.current().require(Role.OPERATOR);
        desk.retry(hotels.require(list.hotelOf(id)), id);
        return list.show(id, language);
    }

    @Schema(name = "StopSellDismissal")
    record Dismissal(@NotBlank @Size(max = 500) String reason) {}
}
