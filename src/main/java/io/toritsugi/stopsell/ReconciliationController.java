package io.toritsugi.stopsell;

import io.swagger.v3.oas.annotations.Operation;
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

/** Our stock beside TL-Lincoln's. */
@Tag(name = "Stop-sells")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/reconciliation")
class ReconciliationController {

    private final ReconciliationDesk desk;
    private final HotelAccess hotels;

    ReconciliationController(ReconciliationDesk desk, HotelAccess hotels) {
        this.desk = desk;
        this.hotels = hotels;
    }

    @Operation(
            summary = "The comparisons of stock, the newest first",
            description = "Made every day, and when somebody asks. `due` is under way.")
    @GetMapping
    Page<Reconciliation> list(@PathVariable String hotel, PageAsked page, Locale language) {
        return Page.of(desk.list(hotels.require(hotel), page, language), page, Reconciliation::id);
    }

    @Operation(
            summary = "Compare our stock with TL-Lincoln's now",
            description =
                    "Needs OPERATOR. Answers 202 with the comparison; over the hotel's whole horizon it takes a minute or so. "
                            + "One that is under way is answered and not begun anew. It sends nothing.")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Reconciliation ask(@PathVariable String hotel, Locale language) {
        Caller.current().require(Role.OPERATOR);
        var ref = hotels.require(hotel);
        return desk.show(ref, desk.ask(ref), language);
    }

    @Operation(summary = "One comparison", description = "As in the list.")
    @GetMapping("/{id}")
    Reconciliation show(@PathVariable String hotel, @PathVariable long id, Locale language) {
        return desk.show(hotels.require(hotel), id, language);
    }

    @Operation(
            summary = "What differs, each explained",
            description =
                    "Nights in a row with the same facts are one. Where a stop-sell mends it, `proposal` is what to post to "
                            + "`/hotels/{hotel}/stop-sells`. A booking that is under way between both sides shows as a difference "
                            + "until the next comparison.")
    @GetMapping("/{id}/differences")
    Page<StockDifference> differences(
            @PathVariable String hotel,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String code,
            PageAsked page,
            Locale language) {
        desk.show(hotels.require(hotel), id, language);
        return Page.of(desk.differences(id, code, page, language), page, StockDifference::id);
    }
}
