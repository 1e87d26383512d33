package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.Rooms.NumberedRoom;
import io.toritsugi.inventory.Rooms.OutOfOrder;
import io.toritsugi.inventory.Rooms.Room;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Single rooms, and the nights on which they are out of order. */
@Tag(name = "Rooms")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/rooms")
class RoomController {

    private final Rooms rooms;
    private final Nights nights;
    private final HotelAccess hotels;
    private final HotelLock lock;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoomController(
            Rooms rooms,
            Nights nights,
            HotelAccess hotels,
            HotelLock lock,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rooms = rooms;
        this.nights = nights;
        this.hotels = hotels;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Operation(summary = "The rooms of a hotel, by number")
    @GetMapping
    Page<Room> list(
            @PathVariable String hotel, @RequestParam(required = false) @Nullable String roomType, PageAsked page) {
        var ref = hotels.require(hotel);
        return Page.of(rooms.list(ref.id(), roomType, page.after(), page.rows()), page, Room::number);
    }

    @Operation(
            summary = "When a room is out of order, in the order of noting",
            description = "Periods that are over are left out.")
    @GetMapping("/{number}/out-of-order")
    Page<OutOfOrder> outOfOrder(@PathVariable String hotel, @PathVariable String number, PageAsked page) {
        var ref = hotels.require(hotel);
        var periods = rooms.outOfOrder(room(ref, number).id(), ref.today(clock), page.afterNumber(), page.rows());
        return Page.of(periods, page, OutOfOrder::id);
    }

    @Operation(
            summary = "Take a room out of order",
            description =
                    "`to` is the first night on which it can be sold again. Nights may be oversold by it: then they show so.")
    @PostMapping("/{number}/out-of-order")
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    OutOfOrder takeOut(@PathVariable String hotel, @PathVariable String number, @Valid @RequestBody Wanted wanted) {
        var ref = hotels.require(hotel);
        if (!wanted.to().isAfter(wanted.from())) {
            throw ProblemException.ofField("to");
        }
        lock.hold(ref.id());
        var room = room(ref, number);
        rooms.outOfOrderWithin(room.id(), wanted.from(), wanted.to()).ifPresent(inTheWay -> {
            throw new ProblemException(
                    ProblemCode.OUT_OF_ORDER_OVERLAP,
                    Map.of("room", number, "found", inTheWay.from() + " – " + inTheWay.to()),
                    Map.of("conflict", inTheWay));
        });
        var reason = wanted.reason().strip();
        var id = rooms.addOutOfOrder(room.id(), wanted.from(), wanted.to(), reason);
        var after = new OutOfOrder(id, wanted.from(), wanted.to(), reason);
        changed(ref, room);
        audit.record("room.out_of_order", ref.id(), number, null, after);
        return after;
    }

    @Operation(summary = "Bring a room back before its time")
    @DeleteMapping("/{number}/out-of-order/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void bringBack(@PathVariable String hotel, @PathVariable String number, @PathVariable long id) {
        var ref = hotels.require(hotel);
        lock.hold(ref.id());
        var room = room(ref, number);
        var before = rooms.removeOutOfOrder(room.id(), id)
                .orElseThrow(() -> new ProblemException(ProblemCode.OUT_OF_ORDER_UNKNOWN, Map.of("room", number)));
        changed(ref, room);
        audit.record("room.back_in_order", ref.id(), number, before, null);
    }

    private void changed(HotelRef hotel, NumberedRoom room) {
        nights.follow(hotel.id(), room.roomTypeId(), hotel.today(clock));
        events.publishEvent(new AvailabilityChanged(hotel.id()));
    }

    private NumberedRoom room(HotelRef hotel, String number) {
        return rooms.find(hotel.id(), number)
                .orElseThrow(() -> new ProblemException(ProblemCode.ROOM_UNKNOWN, Map.of("room", number)));
    }

    @Schema(name = "OutOfOrderWanted")
    record Wanted(
            @NotNull LocalDate from,

            @NotNull @Schema(description = "The first night on which the room can be sold again")
            LocalDate to,

            @NotBlank @Size(max = 500) @Schema(example = "給湯器の交換")
            String reason) {}
}
