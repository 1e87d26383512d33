package io.toritsugi.mapping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which room type an OTA's room code stands for. */
@Tag(name = "Mappings")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/mappings")
class MappingController {

    private final MappingRows rows;
    private final MappingDesk desk;
    private final HotelAccess hotels;

    MappingController(MappingRows rows, MappingDesk desk, HotelAccess hotels) {
        this.rows = rows;
        this.desk = desk;
        this.hotels = hotels;
    }

    @Operation(summary = "The mappings of a hotel, the oldest first")
    @GetMapping
    Page<Mapping> list(
            @PathVariable String hotel,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String code,
            PageAsked page) {
        var ref = hotels.require(hotel);
        return Page.of(rows.list(ref.id(), channel, code, page.afterNumber(), page.rows()), page, Mapping::id);
    }

    @Operation(summary = "One mapping")
    @GetMapping("/{id}")
    Mapping show(@PathVariable String hotel, @PathVariable long id) {
        return desk.shown(hotels.require(hotel), id);
    }

    @Operation(
            summary = "Map a room code",
            description =
                    "Used by the very next attempt. Needs OPERATOR. A row for the same channel and code on the same days "
                            + "is refused (`mapping.overlap`) and names the one in the way as `conflict`.")
    @PostMapping
    ResponseEntity<Mapping> create(@PathVariable String hotel, @Valid @RequestBody MappingWanted wanted) {
        var ref = hotels.require(hotel);
        var created = desk.carryOut(ref, new MappingChange.Make(wanted)).made();
        return ResponseEntity.created(URI.create("/api/v1/hotels/" + ref.code() + "/mappings/" + created.id()))
                .body(created);
    }

    @Operation(summary = "Change a mapping", description = "Needs OPERATOR. The body replaces it as a whole.")
    @PutMapping("/{id}")
    Mapping change(@PathVariable String hotel, @PathVariable long id, @Valid @RequestBody MappingWanted wanted) {
        return desk.carryOut(hotels.require(hotel), new MappingChange.Replace(id, wanted))
                .made();
    }

    @Operation(summary = "Remove a mapping", description = "Needs OPERATOR.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String hotel, @PathVariable long id) {
        desk.carryOut(hotels.require(hotel), new MappingChange.Remove(id));
    }
}
