package io.toritsugi.monitor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelAccess;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What needs somebody now, and whether the rest is well. */
@Tag(name = "Dashboard")
@RestController
@RequestMapping("/api/v1/dashboard")
class DashboardController {

    private final DashboardDesk desk;
    private final HotelAccess hotels;
    private final Clock clock;

    DashboardController(DashboardDesk desk, HotelAccess hotels, Clock clock) {
        this.desk = desk;
        this.hotels = hotels;
        this.clock = clock;
    }

    @Operation(
            summary = "What needs somebody now, and how the rest is",
            description =
                    "Open failures with the next step for each, imports of the last 24 hours, the link to TL-Lincoln, the backlog "
                            + "and the outputs, as of one moment; of one's own hotels, or of one of them. What is not known is null.")
    @GetMapping
    Dashboard show(
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            Locale language) {
        return desk.look(new Scope(hotels.scope(hotel), clock.instant(), language, GuestPrivacy.of(Caller.current())));
    }
}
