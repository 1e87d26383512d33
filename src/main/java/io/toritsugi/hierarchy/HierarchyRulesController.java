package io.toritsugi.hierarchy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import jakarta.validation.Valid;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What limits the upgrades of a hotel. */
@Tag(name = "Hierarchy")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/hierarchy/rules")
class HierarchyRulesController {

    private final RulesDesk desk;
    private final HotelAccess hotels;

    HierarchyRulesController(RulesDesk desk, HotelAccess hotels) {
        this.desk = desk;
        this.hotels = hotels;
    }

    @Operation(
            summary = "The rules of a hotel's upgrades",
            description = "`ETag` has the version of the hierarchy, which moves with relations and with rules.")
    @GetMapping
    ResponseEntity<RuleSettings> show(@PathVariable String hotel) {
        return answer(desk.shown(hotels.require(hotel)));
    }

    @Operation(
            summary = "Set the rules of a hotel's upgrades",
            description =
                    "Needs MANAGER. The body replaces them as a whole: what is null or absent is no limit, or the "
                            + "default. Holds for the very next decision.")
    @PutMapping
    ResponseEntity<RuleSettings> put(
            @PathVariable String hotel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RuleSettings wanted,
            Locale language) {
        Caller.current().require(Role.MANAGER);
        var editing = new Editing(hotels.require(hotel), new IfMatch(ifMatch), language);
        return answer(desk.set(editing, wanted.checked()));
    }

    private static ResponseEntity<RuleSettings> answer(HierarchyState state) {
        return ResponseEntity.ok().eTag(IfMatch.tag(state.version())).body(state.rules());
    }
}
