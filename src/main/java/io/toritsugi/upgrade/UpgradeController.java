package io.toritsugi.upgrade;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.AvailabilityGrid;
import io.toritsugi.inventory.TypeFacts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What else could be given to a guest, and how the hierarchy leads there. */
@Tag(name = "Upgrades")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/upgrades")
class UpgradeController {

    private static final int MOST_NIGHTS = 540;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final AdviseFromMemory advisor;
    private final Engines engines;
    private final HotelAccess hotels;

    UpgradeController(AdviseFromMemory advisor, Engines engines, HotelAccess hotels) {
        this.advisor = advisor;
        this.engines = engines;
        this.hotels = hotels;
    }

    @Operation(
            summary = "The upgrades of a stay, best first",
            description =
                    "Options are listed also when the requested type is free; without any, `none` names what blocks the "
                            + "requested type and every type in reach. Nothing is held or changed.")
    @GetMapping
    UpgradeSuggestion suggest(
            @PathVariable String hotel,
            @RequestParam @Parameter(example = "TWN") String roomType,
            @RequestParam LocalDate checkIn,
            @RequestParam @Parameter(description = "The day after the last night; at most 540 nights")
                    LocalDate checkOut,
            @RequestParam @Min(1) @Max(100) @Parameter(description = "In one room") int guests,
            @RequestParam(defaultValue = "1")
                    @Min(1)
                    @Max(5000)
                    @Parameter(description = "How many rooms have to be free on each night")
                    int rooms,
            @RequestParam(required = false)
                    @Parameter(description = "The booking's channel, for rules about channels", example = "jalan")
                    @Nullable
                    String channel,
            @RequestParam(required = false) @Parameter(description = "Its plan code, for rules about plans") @Nullable
                    String plan) {
        var ref = hotels.require(hotel);
        if (checkIn.isBefore(EARLIEST) || checkIn.isAfter(LATEST)) {
            throw ProblemException.ofField("checkIn");
        }
        if (!checkOut.isAfter(checkIn) || checkOut.isAfter(checkIn.plusDays(MOST_NIGHTS))) {
            throw ProblemException.ofField("checkOut");
        }
        var upgrades = engines.of(ref.id());
        var requested = type(upgrades.grid(), roomType);
        return advisor.suggest(
                new UpgradeRequest(
                        ref.id(),
                        requested.ref(),
                        checkIn,
                        checkOut,
                        guests,
                        rooms,
                        Collections.emptySortedSet(),
                        channel,
                        plan),
                upgrades);
    }

    @Operation(
            summary = "Every path from one type to another, best first",
            description =
                    "Whatever is free and whatever the rules say of types; `permitted` tells whether a path keeps the "
                            + "limit of levels. `total` says how many there are when the list is shorter.")
    @GetMapping("/paths")
    Paths paths(
            @PathVariable String hotel,
            @RequestParam @Parameter(example = "SGL") String roomType,
            @RequestParam @Parameter(example = "FAM") String to,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var upgrades = engines.of(hotels.require(hotel).id());
        var grid = upgrades.grid();
        var from = grid.indexOf(type(grid, roomType).id());
        var target = grid.indexOf(type(grid, to).id());
        var found = new AllPaths(upgrades.engine().graph(), limit).between(from, target);
        int mostLevels = upgrades.engine().rules().mostLevels();
        return new Paths(
                found.total(),
                found.best().stream()
                        .map(way -> new Path(
                                way.types().stream()
                                        .map(position ->
                                                grid.types().get(position).code())
                                        .toList(),
                                way.priorities().size(),
                                way.priorities(),
                                way.priorities().size() <= mostLevels))
                        .toList());
    }

    private static TypeFacts type(AvailabilityGrid grid, String code) {
        int position = grid.indexOf(code);
        if (position < 0) {
            throw new ProblemException(ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", code));
        }
        return grid.types().get(position);
    }

    @Schema(name = "UpgradePaths")
    record Paths(long total, List<Path> paths) {}

    @Schema(name = "UpgradePath")
    record Path(List<String> path, int levels, List<Integer> priority, boolean permitted) {}
}
