package io.toritsugi.monitor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.inventory.DriftedCounter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the table of nights is what it follows from, and what to do when it is not. */
@Tag(name = "Inventory")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/inventory/drift")
class StocktakingController {

    private final Stocktaking stocktaking;
    private final HotelAccess hotels;

    StocktakingController(Stocktaking stocktaking, HotelAccess hotels) {
        this.stocktaking = stocktaking;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Numbers of nights that are not what they follow from",
            description = "Needs ADMIN. Counted now: what is sold from the reservations, rooms, rooms out of order and "
                    + "overbooking from what was entered. Empty when all is in order; one page.")
    @GetMapping
    Page<DriftedCounter> list(@PathVariable String hotel) {
        return Page.whole(stocktaking.drift(required(hotel)));
    }

    @Operation(
            summary = "Put these numbers right",
            description =
                    "Needs ADMIN. Under the lock of the hotel; answers what was wrong. A night that is sold beyond its rooms "
                            + "is written down as it is, and shows so.")
    @PostMapping("/mend")
    Page<DriftedCounter> mend(@PathVariable String hotel) {
        return Page.whole(stocktaking.mend(required(hotel)));
    }

    private HotelRef required(String hotel) {
        Caller.current().require(Role.ADMIN);
        return hotels.require(hotel);
    }
}
