package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.CalendarChange.Overbooking;
import io.toritsugi.inventory.CalendarChange.Rates;
import io.toritsugi.inventory.CalendarChange.StopSells;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The calendar of a hotel: what it has to sell, at which rate, and what the house decides about it. */
@Tag(name = "Calendar")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/calendar")
class CalendarController {

    private static final int MOST_NIGHTS = 540;
    private static final int NIGHTS_UNLESS_SAID = 31;
    private static final String RANGE =
            " `to` is the night after the last. A night that is over cannot be changed; five years ahead is the end.";

    private final Nights nights;
    private final RoomTypes types;
    private final CalendarDesk desk;
    private final HotelAccess hotels;
    private final Clock clock;

    CalendarController(Nights nights, RoomTypes types, CalendarDesk desk, HotelAccess hotels, Clock clock) {
        this.nights = nights;
        this.types = types;
        this.desk = desk;
        this.hotels = hotels;
        this.clock = clock;
    }

    @Operation(
            summary = "Every room type on every night of a period, with its rate",
            description = "The period bounds the answer, at most 540 nights; it comes in one page.")
    @GetMapping
    Page<CalendarNight> list(
            @PathVariable String hotel,
            @Parameter(description = "First night; the hotel's today unless said")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate from,
            @Parameter(description = "The day after the last night; 31 nights unless said")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate to,
            @Parameter(description = "The code of one type; all unless said") @RequestParam(required = false) @Nullable
                    String roomType) {
        var ref = hotels.require(hotel);
        var first = from == null ? ref.today(clock) : from;
        var end = to == null ? first.plusDays(NIGHTS_UNLESS_SAID) : to;
        if (!end.isAfter(first) || end.isAfter(first.plusDays(MOST_NIGHTS))) {
            throw ProblemException.ofField("to");
        }
        if (roomType != null && types.find(ref.id(), roomType).isEmpty()) {
            throw new ProblemException(ProblemCode.ROOM_TYPE_UNKNOWN, Map.of("roomType", roomType));
        }
        return Page.whole(nights.calendar(ref.id(), roomType, first, end));
    }

    @Operation(
            summary = "Allow rooms to be sold beyond those there are",
            description =
                    "Needs MANAGER. Replaces what was allowed on these nights; 0 takes it back. Bookings that found no "
                            + "room are tried again at once." + RANGE)
    @PutMapping("/overbooking")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void overbooking(@PathVariable String hotel, @Valid @RequestBody Overbooking wanted) {
        change(hotel, List.of(wanted));
    }

    @Operation(
            summary = "Set the rate of dates",
            description = "Needs MANAGER. Without `amount` the base rate of the type counts again." + RANGE)
    @PutMapping("/rates")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rates(@PathVariable String hotel, @Valid @RequestBody Rates wanted) {
        change(hotel, List.of(wanted));
    }

    @Operation(
            summary = "Mark nights as not to be sold, or take the mark away",
            description =
                    "Needs OPERATOR. A mark refuses no booking: what an OTA sold nevertheless is taken in." + RANGE)
    @PutMapping("/stop-sells")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stopSells(@PathVariable String hotel, @Valid @RequestBody StopSells wanted) {
        change(hotel, List.of(wanted));
    }

    @Operation(
            summary = "Make several changes at once",
            description =
                    "All or none, in their order. Each of them needs the role that it needs alone. When one is refused, "
                            + "`change` of the problem is its place, counted from 0.")
    @PostMapping("/changes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changes(@PathVariable String hotel, @Valid @RequestBody Changes wanted) {
        var changes = new ArrayList<CalendarChange>();
        for (int place = 0; place < wanted.changes().size(); place++) {
            var given = wanted.changes().get(place).given();
            if (given.size() != 1) {
                throw ProblemException.ofField("changes[" + place + "]");
            }
            changes.addAll(given);
        }
        change(hotel, changes);
    }

    private void change(String hotel, List<CalendarChange> changes) {
        var ref = hotels.require(hotel);
        boolean onlyMarks = changes.stream().allMatch(StopSells.class::isInstance);
        Caller.current().require(onlyMarks ? Role.OPERATOR : Role.MANAGER);
        desk.change(ref, changes);
    }

    @Schema(name = "CalendarChanges")
    record Changes(@NotEmpty @Size(max = 500) List<@Valid Change> changes) {}

    @Schema(name = "CalendarChange", description = "Exactly one of these")
    record Change(
            @Nullable @Valid Overbooking overbooking,
            @Nullable @Valid Rates rates,
            @Nullable @Valid StopSells stopSells) {

        private List<CalendarChange> given() {
            return Stream.<@Nullable CalendarChange>of(overbooking, rates, stopSells)
                    .filter(Objects::nonNull)
                    .map(Objects::requireNonNull)
                    .toList();
        }
    }
}
