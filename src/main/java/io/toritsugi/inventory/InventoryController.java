package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.api.Page;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.Nights.Night;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is free, night by night. */
@Tag(name = "Inventory")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/inventory")
class InventoryController {

    private static final int MOST_NIGHTS = 540;
    private static final int NIGHTS_UNLESS_SAID = 31;

    private final Nights nights;
    private final HotelAccess hotels;
    private final Clock clock;

    InventoryController(Nights nights, HotelAccess hotels, Clock clock) {
        this.nights = nights;
        this.hotels = hotels;
        this.clock = clock;
    }

    @Operation(
            summary = "Every room type on every night of a period",
            description = "The period bounds the answer, at most 540 nights; it comes in one page.")
    @GetMapping
    Page<Night> list(
            @PathVariable String hotel,
            @Parameter(description = "First night; the hotel's today unless said")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The day after the last night; 31 nights unless said")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to) {
        var ref = hotels.require(hotel);
        var first = from == null ? ref.today(clock) : from;
        var end = to == null ? first.plusDays(NIGHTS_UNLESS_SAID) : to;
        if (!end.isAfter(first) || end.isAfter(first.plusDays(MOST_NIGHTS))) {
            throw ProblemException.ofField("to");
        }
        return Page.whole(nights.of(ref.id(), first, end));
    }
}
