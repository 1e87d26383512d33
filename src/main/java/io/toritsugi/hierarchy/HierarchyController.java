package io.toritsugi.hierarchy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.hierarchy.FindingWords.ShownFinding;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A hotel's hierarchy as a whole, and its history. */
@Tag(name = "Hierarchy")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/hierarchy")
class HierarchyController {

    private final HierarchyDesk desk;
    private final UndoChange undoing;
    private final Revisions revisions;
    private final FindingWords words;
    private final HotelAccess hotels;

    HierarchyController(
            HierarchyDesk desk, UndoChange undoing, Revisions revisions, FindingWords words, HotelAccess hotels) {
        this.desk = desk;
        this.undoing = undoing;
        this.revisions = revisions;
        this.words = words;
        this.hotels = hotels;
    }

    @Operation(
            summary = "The hierarchy of a hotel",
            description = "All relations, also inactive ones, with what is worth a word as `warnings`. `ETag` has the "
                    + "version, which also moves with the rules.")
    @GetMapping
    ResponseEntity<Graph> show(@PathVariable String hotel, Locale language) {
        return answer(desk.shown(hotels.require(hotel)), language);
    }

    @Operation(
            summary = "Replace the hierarchy",
            description =
                    "Needs MANAGER. The body is the whole hierarchy; a relation that stays keeps its id. With `If-Match` a "
                            + "change made for another version is refused (412, `hierarchy.stale`); without it the last one "
                            + "wins. Refused (422) with all errors as `errors`: a cycle (`hierarchy.cycle`, named as `cycle`; "
                            + "inactive relations count), an unknown type, a pair given twice. Holds for the very next decision.")
    @PutMapping
    ResponseEntity<Graph> replace(
            @PathVariable String hotel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody GraphWanted wanted,
            Locale language) {
        Caller.current().require(Role.MANAGER);
        return answer(desk.replace(editing(hotel, ifMatch, language), wanted.relations()), language);
    }

    @Operation(
            summary = "Try a hierarchy",
            description = "Answers as replacing it would, and stores nothing. Needs OPERATOR.")
    @PostMapping("/validate")
    ResponseEntity<Graph> validate(
            @PathVariable String hotel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody GraphWanted wanted,
            Locale language) {
        return answer(desk.validate(editing(hotel, ifMatch, language), wanted.relations()), language);
    }

    @Operation(
            summary = "Undo the last change",
            description =
                    "Of the relations or of the rules. Needs MANAGER. Undoing is a change itself: done twice, the first "
                            + "change stands again. Refused (409) when nothing was changed yet, or when somebody wrote past the "
                            + "application since.")
    @PostMapping("/undo")
    ResponseEntity<Revision> undo(
            @PathVariable String hotel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Locale language) {
        Caller.current().require(Role.MANAGER);
        var made = undoing.undo(editing(hotel, ifMatch, language));
        return ResponseEntity.ok().eTag(IfMatch.tag(made.version())).body(made);
    }

    @Operation(
            summary = "What was changed, the newest first",
            description = "Each change with what it replaced and what stood since.")
    @GetMapping("/revisions")
    Page<Revision> history(@PathVariable String hotel, PageAsked page) {
        var ref = hotels.require(hotel);
        return Page.of(revisions.list(ref.id(), page.afterNumber(), page.rows()), page, Revision::version);
    }

    private Editing editing(String hotel, @Nullable String ifMatch, Locale language) {
        return new Editing(hotels.require(hotel), new IfMatch(ifMatch), language);
    }

    private ResponseEntity<Graph> answer(HierarchyState state, Locale language) {
        var warnings = GraphCheck.of(state.edges(), state.types()).warnings();
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(state.version()))
                .body(new Graph(state.version(), state.edges(), words.shown(warnings, language)));
    }

    @Schema(name = "Hierarchy")
    record Graph(long version, List<Edge> edges, List<ShownFinding> warnings) {}

    @Schema(name = "HierarchyWanted")
    record GraphWanted(@NotNull @Size(max = 5000) List<@NotNull @Valid EdgeWanted> edges) {

        List<Edge> relations() {
            return edges.stream().map(EdgeWanted::edge).toList();
        }
    }
}
