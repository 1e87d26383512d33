package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The room types of a hotel. */
@Tag(name = "Rooms")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/room-types")
class RoomTypeController {

    private final RoomTypes types;
    private final Rooms rooms;
    private final Nights nights;
    private final InventoryChanges changes;
    private final HotelAccess hotels;
    private final HotelLock lock;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoomTypeController(
            RoomTypes types,
            Rooms rooms,
            Nights nights,
            InventoryChanges changes,
            HotelAccess hotels,
            HotelLock lock,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.types = types;
        this.rooms = rooms;
        this.nights = nights;
        this.changes = changes;
        this.hotels = hotels;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Operation(summary = "The room types of a hotel, by code")
    @GetMapping
    Page<RoomType> list(@PathVariable String hotel, PageAsked page) {
        return Page.of(types.list(hotels.require(hotel).id(), page.after(), page.rows()), page, RoomType::code);
    }

    @Operation(summary = "One room type")
    @GetMapping("/{code}")
    RoomType show(@PathVariable String hotel, @PathVariable String code) {
        return shown(hotels.require(hotel), code);
    }

    @Operation(
            summary = "Create or change a room type",
            description =
                    "Needs MANAGER. What is absent stays as it is, or takes its default: the code as name, sleeps 2, "
                            + "non-smoking, 0 yen, no rooms. `rooms` makes that many numbered rooms: more are added, fewer are taken "
                            + "out of use from the highest number down; the nights from today on follow.")
    @PutMapping("/{code}")
    @Transactional
    ResponseEntity<RoomType> put(
            @PathVariable String hotel,
            @PathVariable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}") String code,
            @Valid @RequestBody Wanted wanted) {
        Caller.current().require(Role.MANAGER);
        var ref = hotels.require(hotel);
        lock.hold(ref.id());
        var before = types.find(ref.id(), code);
        var id = types.put(ref.id(), code, wanted.name(), wanted.capacity(), wanted.smoking(), wanted.baseRate());
        changes.count(ref.id());
        if (wanted.rooms() != null) {
            rooms.count(ref.id(), id, wanted.rooms());
            nights.follow(ref.id(), id, ref.today(clock));
            events.publishEvent(new AvailabilityChanged(ref.id()));
        }
        var after = shown(ref, code);
        audit.record(
                before.isEmpty() ? "room_type.created" : "room_type.changed",
                ref.id(),
                code,
                before.orElse(null),
                after);
        return ResponseEntity.status(before.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(after);
    }

    private RoomType shown(HotelRef hotel, String code) {
        return types.find(hotel.id(), code)
                .orElseThrow(() -> new ProblemException(ProblemCode.ROOM_TYPE_UNKNOWN, Map.of("roomType", code)));
    }

    @Schema(name = "RoomTypeWanted")
    record Wanted(
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable @Min(1) @Max(100) Integer capacity,
            @Nullable Boolean smoking,

            @Nullable @Min(0) @Schema(description = "Whole yen a night")
            Integer baseRate,

            @Nullable @Min(0) @Max(5000) @Schema(example = "20")
            Integer rooms) {}
}
