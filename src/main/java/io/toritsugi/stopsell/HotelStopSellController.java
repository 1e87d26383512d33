package io.toritsugi.stopsell;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.access.Role;
import io.toritsugi.api.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stopping and selling by hand. */
@Tag(name = "Stop-sells")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/stop-sells")
class HotelStopSellController {

    /** More at once is a slip of the keyboard. */
    private static final int MOST_NIGHTS = 1830;

    private final StopSellDesk desk;
    private final StopSellList list;
    private final HotelAccess hotels;
    private final Clock clock;

    HotelStopSellController(StopSellDesk desk, StopSellList list, HotelAccess hotels, Clock clock) {
        this.desk = desk;
        this.list = list;
        this.hotels = hotels;
        this.clock = clock;
    }

    @Operation(
            summary = "Stop or sell nights of a room type",
            description =
                    "Needs OPERATOR. It is decided by being asked for, and sent within seconds. `sell` also sets TL-Lincoln's "
                            + "figures to what is free here. A stop stays until somebody lifts it, unless `reopens` is true. Nights "
                            + "of another stop-sell that is not settled yet are refused (`stop_sell.overlap`).")
    @PostMapping
    ResponseEntity<StopSell> create(@PathVariable String hotel, @Valid @RequestBody Wanted wanted, Locale language) {
        Caller.current().require(Role.OPERATOR);
        var ref = hotels.require(hotel);
        long id = desk.create(ref, wanted.checked(ref, clock));
        return ResponseEntity.created(URI.create("/api/v1/stop-sells/" + id)).body(list.show(id, language));
    }

    @Schema(name = "StopSellWanted")
    record Wanted(
            @NotBlank @Schema(example = "TWN") String roomType,

            @NotNull @Schema(description = "First night; not one that is over")
            LocalDate from,

            @NotNull @Schema(description = "The night after the last")
            LocalDate to,

            @NotNull StopSellAction action,

            @Nullable
            @Schema(description = "A stop is lifted, or proposed to be, when rooms are free; false unless said")
            Boolean reopens,

            @Nullable @Size(max = 500) String reason) {

        WantedStopSells.Wanted checked(HotelRef hotel, Clock clock) {
            if (from.isBefore(hotel.today(clock))) {
                throw ProblemException.ofField("from");
            }
            if (!to.isAfter(from) || to.isAfter(from.plusDays(MOST_NIGHTS))) {
                throw ProblemException.ofField("to");
            }
            return new WantedStopSells.Wanted(
                    roomType.strip(),
                    from,
                    to,
                    action,
                    Boolean.TRUE.equals(reopens),
                    reason == null ? "" : reason.strip());
        }
    }
}
