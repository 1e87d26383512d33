package io.toritsugi.link;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.link.MaintenanceCalendar.Entry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The maintenance calendar of a hotel's connection. */
@Tag(name = "Connections")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/connection/maintenance")
class MaintenanceController {

    private final MaintenanceCalendar calendar;
    private final HotelAccess hotels;

    MaintenanceController(MaintenanceCalendar calendar, HotelAccess hotels) {
        this.calendar = calendar;
        this.hotels = hotels;
    }

    @Operation(
            summary = "When TL-Lincoln is not asked, by announcement",
            description = "Those of this hotel and of all hotels, the oldest entry first.")
    @GetMapping
    Page<Entry> list(@PathVariable String hotel, PageAsked page) {
        return Page.of(calendar.list(hotels.require(hotel), page), page, Entry::id);
    }

    @Operation(
            summary = "Announce maintenance",
            description =
                    "Needs MANAGER; for every hotel, ADMIN of all hotels. From then to then the hotel is neither polled nor "
                            + "confirmed for. `to` is exclusive.")
    @PostMapping
    ResponseEntity<Entry> add(@PathVariable String hotel, @Valid @RequestBody Announcement wanted) {
        boolean everyHotel = Boolean.TRUE.equals(wanted.everyHotel());
        requireRight(everyHotel);
        var ref = hotels.require(hotel);
        var added = calendar.add(
                ref, everyHotel, wanted.from(), wanted.to(), wanted.reason().strip());
        return ResponseEntity.created(
                        URI.create("/api/v1/hotels/" + ref.code() + "/connection/maintenance/" + added.id()))
                .body(added);
    }

    @Operation(
            summary = "Take an announcement back",
            description = "Needs MANAGER; for every hotel, ADMIN of all hotels.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String hotel, @PathVariable long id) {
        Caller.current().require(Role.MANAGER);
        var ref = hotels.require(hotel);
        requireRight(calendar.find(ref, id).everyHotel());
        calendar.delete(ref, id);
    }

    private static void requireRight(boolean everyHotel) {
        var caller = Caller.current();
        caller.require(everyHotel ? Role.ADMIN : Role.MANAGER);
        if (everyHotel && !caller.allHotels()) {
            throw new ProblemException(ProblemCode.FORBIDDEN_HOTEL, Map.of("hotel", "*"));
        }
    }

    @Schema(name = "MaintenanceWanted")
    record Announcement(
            @NotNull @Schema(example = "2027-01-11T02:00:00+09:00")
            OffsetDateTime from,

            @NotNull @Schema(example = "2027-01-11T04:30:00+09:00", description = "Exclusive")
            OffsetDateTime to,

            @NotBlank @Size(max = 500) @Schema(example = "定期メンテナンス")
            String reason,

            @Nullable @Schema(description = "Whether TL-Lincoln as a whole is away", defaultValue = "false")
            Boolean everyHotel) {}
}
