package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.Hotel.ConfirmPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hotels: listed, shown, created, changed. */
@Tag(name = "Hotels")
@RestController
@RequestMapping("/api/v1/hotels")
class HotelController {

    private final Hotels hotels;
    private final InventoryChanges changes;
    private final HotelAccess access;
    private final Audit audit;

    HotelController(Hotels hotels, InventoryChanges changes, HotelAccess access, Audit audit) {
        this.hotels = hotels;
        this.changes = changes;
        this.access = access;
        this.audit = audit;
    }

    @Operation(summary = "The hotels that one may act for, by code")
    @GetMapping
    Page<Hotel> list(PageAsked page) {
        return Page.of(hotels.list(Caller.current(), page.after(), page.rows()), page, Hotel::code);
    }

    @Operation(summary = "One hotel")
    @GetMapping("/{hotel}")
    Hotel show(@PathVariable String hotel) {
        return shown(access.require(hotel).code());
    }

    @Operation(
            summary = "Create or change a hotel",
            description =
                    "Needs ADMIN; to create one, for all hotels. What is absent stays as it is, or takes its default: "
                            + "the code as name, Asia/Tokyo, STORED, 540.")
    @PutMapping("/{hotel}")
    @Transactional
    ResponseEntity<Hotel> put(
            @PathVariable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}") String hotel,
            @Valid @RequestBody Wanted wanted) {
        var caller = Caller.current();
        caller.require(Role.ADMIN);
        var before = hotels.find(hotel);
        if (before.isPresent() || !caller.allHotels()) {
            access.require(hotel);
        }
        var id =
                hotels.put(hotel, wanted.name(), zone(wanted.timeZone()), wanted.confirmPolicy(), wanted.horizonDays());
        changes.count(id);
        access.changed(hotel);
        var after = shown(hotel);
        audit.record(before.isEmpty() ? "hotel.created" : "hotel.changed", id, hotel, before.orElse(null), after);
        return ResponseEntity.status(before.isEmpty() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(after);
    }

    private Hotel shown(String code) {
        return hotels.find(code)
                .orElseThrow(() -> new ProblemException(ProblemCode.HOTEL_UNKNOWN, Map.of("hotel", code)));
    }

    /** Regions only ({@code Asia/Tokyo}, {@code UTC}): what Java and PostgreSQL both know. */
    private static @Nullable String zone(@Nullable String asked) {
        if (asked != null && !ZoneId.getAvailableZoneIds().contains(asked)) {
            throw ProblemException.ofField("timeZone");
        }
        return asked;
    }

    @Schema(name = "HotelWanted")
    record Wanted(
            @Nullable @Size(min = 1, max = 200) String name,
            @Nullable @Schema(example = "Asia/Tokyo") String timeZone,
            @Nullable ConfirmPolicy confirmPolicy,
            @Nullable @Min(1) @Max(1830) Integer horizonDays) {}
}
