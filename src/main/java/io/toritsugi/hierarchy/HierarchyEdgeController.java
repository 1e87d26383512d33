package io.toritsugi.hierarchy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.hierarchy.UpgradeEdge.Kind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The relations of a hotel's hierarchy, one by one. */
@Tag(name = "Hierarchy")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/hierarchy/edges")
class HierarchyEdgeController {

    private final HierarchyDesk desk;
    private final EdgeRows rows;
    private final HotelAccess hotels;

    HierarchyEdgeController(HierarchyDesk desk, EdgeRows rows, HotelAccess hotels) {
        this.desk = desk;
        this.rows = rows;
        this.hotels = hotels;
    }

    @Operation(summary = "The relations of a hotel, the oldest first")
    @GetMapping
    Page<Edge> list(@PathVariable String hotel, PageAsked page) {
        var ref = hotels.require(hotel);
        return Page.of(
                rows.list(ref.id(), page.afterNumber(), page.rows()), page, edge -> Objects.requireNonNull(edge.id()));
    }

    @Operation(summary = "One relation", description = "`ETag` has the version of the hierarchy.")
    @GetMapping("/{id}")
    ResponseEntity<Edge> show(@PathVariable String hotel, @PathVariable long id) {
        var state = desk.shown(hotels.require(hotel));
        return answer(state, state.edge(id));
    }

    @Operation(
            summary = "Add a relation",
            description = "Needs MANAGER. Refused (422) as when the hierarchy is replaced: `hierarchy.cycle`, "
                    + "`hierarchy.unknown_type`, `hierarchy.duplicate_edge`.")
    @PostMapping
    ResponseEntity<Edge> create(
            @PathVariable String hotel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EdgeWanted wanted,
            Locale language) {
        var editing = editing(hotel, ifMatch, language);
        var edge = wanted.edge();
        var state = desk.add(editing, edge);
        var created = state.edge(edge.pair());
        return ResponseEntity.created(
                        URI.create("/api/v1/hotels/" + editing.hotel().code() + "/hierarchy/edges/" + created.id()))
                .eTag(IfMatch.tag(state.version()))
                .body(created);
    }

    @Operation(
            summary = "Change a relation",
            description = "Needs MANAGER. What is absent stays as it is. Refused as when one is added.")
    @PutMapping("/{id}")
    ResponseEntity<Edge> change(
            @PathVariable String hotel,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EdgeChange wanted,
            Locale language) {
        var state = desk.alter(editing(hotel, ifMatch, language), id, wanted::of);
        return answer(state, state.edge(id));
    }

    @Operation(summary = "Remove a relation", description = "Needs MANAGER.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @PathVariable String hotel,
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        desk.remove(editing(hotel, ifMatch, language), id);
    }

    private Editing editing(String hotel, @Nullable String ifMatch, Locale language) {
        Caller.current().require(Role.MANAGER);
        return new Editing(hotels.require(hotel), new IfMatch(ifMatch), language);
    }

    private static ResponseEntity<Edge> answer(HierarchyState state, Edge edge) {
        return ResponseEntity.ok().eTag(IfMatch.tag(state.version())).body(edge);
    }

    /** What of a relation is to be otherwise; null stays as it is. */
    @Schema(name = "HierarchyEdgeChange")
    record EdgeChange(
            @Nullable @Size(min = 1, max = 32) @Schema(example = "SGL")
            String from,

            @Nullable @Size(min = 1, max = 32) @Schema(example = "DBL")
            String to,

            @Nullable @Min(1) @Max(1000) @Schema(example = "1")
            Integer priority,

            @Nullable Boolean active,
            @Nullable Kind kind) {

        Edge of(Edge edge) {
            return new Edge(
                    edge.id(),
                    Objects.requireNonNullElse(from, edge.from()).strip(),
                    Objects.requireNonNullElse(to, edge.to()).strip(),
                    Objects.requireNonNullElse(priority, edge.priority()),
                    Objects.requireNonNullElse(active, edge.active()),
                    Objects.requireNonNullElse(kind, edge.kind()));
        }
    }
}
