package io.toritsugi.monitor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.api.Page;
import io.toritsugi.api.ProblemException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One box that finds any booking, guest, room code or failure. */
@Tag(name = "Search")
@RestController
@RequestMapping("/api/v1/search")
class SearchController {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int MOST = 50;

    private final SearchDesk desk;
    private final HotelAccess hotels;
    private final Clock clock;

    SearchController(SearchDesk desk, HotelAccess hotels, Clock clock) {
        this.desk = desk;
        this.hotels = hotels;
        this.clock = clock;
    }

    @Operation(
            summary = "Find bookings, guests, room types and failures",
            description =
                    "Booking numbers by their beginning, guests by any part of the name or its reading (OPERATOR and above), room "
                            + "types by code, name or a mapped code; of one's own hotels, or of one of them. Open failures first; one page.")
    @GetMapping
    Page<SearchHit> find(
            @Parameter(description = "2 to 100 letters") @RequestParam String q,
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            @Parameter(description = "1 to 50") @RequestParam(defaultValue = "10") int limit,
            Locale language) {
        var text = Normalizer.normalize(q, Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip();
        if (text.codePointCount(0, text.length()) < SHORTEST || text.length() > LONGEST) {
            throw ProblemException.ofField("q");
        }
        if (limit < 1 || limit > MOST) {
            throw ProblemException.ofField("limit");
        }
        var scope = new Scope(hotels.scope(hotel), clock.instant(), language, GuestPrivacy.of(Caller.current()));
        return Page.whole(desk.find(scope, text, limit));
    }
}
