package io.toritsugi.upgrade.cascade;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Moves of placed rooms that free a place: proposed, looked at, applied, taken back. */
@Tag(name = "Upgrades")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/upgrades/cascades")
class CascadeController {

    private static final Set<String> STATES = Set.of("proposed", "applied", "undone", "rejected", "outdated");

    private final HotelAccess hotels;
    private final CascadeRequestReader requests;
    private final ProposeCascade proposing;
    private final CascadeDesk desk;
    private final ProposalStore store;
    private final CascadeSettings settings;

    CascadeController(
            HotelAccess hotels,
            CascadeRequestReader requests,
            ProposeCascade proposing,
            CascadeDesk desk,
            ProposalStore store,
            CascadeSettings settings) {
        this.hotels = hotels;
        this.requests = requests;
        this.proposing = proposing;
        this.desk = desk;
        this.store = store;
        this.settings = settings;
    }

    @Operation(
            summary = "Look for a cascade",
            description =
                    "Needs OPERATOR. The fewest moves of placed rooms, and of those the cheapest, that free a place for a stay "
                            + "(`roomType`, `checkIn`, `checkOut`, `guests`, `rooms`), for a failed booking (`failureId`), or that "
                            + "clear an oversold night (`roomType`, `date`). Nothing is moved. What there is not is proven within "
                            + "the limits, which the answer states.")
    @ApiResponse(
            responseCode = "201",
            description = "A proposal",
            content = @Content(schema = @Schema(implementation = Cascade.class)))
    @ApiResponse(
            responseCode = "200",
            description = "There is none",
            content = @Content(schema = @Schema(implementation = NoProposal.class)))
    @PostMapping
    ResponseEntity<Object> propose(@PathVariable String hotel, @Valid @RequestBody CascadeRequest wanted) {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        var ref = hotels.require(hotel);
        var answer = proposing.propose(
                caller, ref, requests.question(ref, wanted), settings.limits(wanted.window(), wanted.maxMoves()));
        return answer.proposal() == null
                ? ResponseEntity.ok(new NoProposal(answer.none()))
                : ResponseEntity.created(
                                URI.create("/api/v1/hotels/" + ref.code() + "/upgrades/cascades/" + answer.proposal()))
                        .body(shown(ref, answer.proposal()));
    }

    @Operation(summary = "The proposals of a hotel, the newest first", description = "Those that wait, unless asked.")
    @GetMapping
    Page<Cascade> list(
            @PathVariable String hotel,
            @Parameter(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "proposed",
                                                "applied",
                                                "undone",
                                                "rejected",
                                                "outdated",
                                                "all"
                                            }))
                    @RequestParam(defaultValue = Proposal.PROPOSED)
                    String state,
            PageAsked page) {
        var ref = hotels.require(hotel);
        if (!state.equals("all") && !STATES.contains(state)) {
            throw ProblemException.ofField("state");
        }
        var privacy = GuestPrivacy.of(Caller.current());
        var found = store.list(ref, state.equals("all") ? null : state, before(page), page.rows());
        return Page.of(found, page, Proposal::id).map(proposal -> Cascade.of(ref, proposal, settings, privacy));
    }

    @Operation(summary = "One proposal")
    @GetMapping("/{id}")
    Cascade show(@PathVariable String hotel, @PathVariable UUID id) {
        return shown(hotels.require(hotel), id);
    }

    @Operation(
            summary = "Apply a proposal",
            description =
                    "Needs OPERATOR. All of its moves or none, after a fresh check; the failure for which it was made is imported "
                            + "with them. When something changed it becomes outdated (`cascade.outdated`, with `changes`); one "
                            + "that was decided about before is refused (`cascade.closed`).")
    @PostMapping("/{id}/apply")
    Cascade apply(@PathVariable String hotel, @PathVariable UUID id) {
        var caller = operator();
        var ref = hotels.require(hotel);
        refuse(ProblemCode.CASCADE_OUTDATED, desk.apply(caller, ref, id));
        return shown(ref, id);
    }

    @Operation(
            summary = "Take an applied proposal back",
            description =
                    "Needs OPERATOR. All moves or none. Refused (`cascade.not_undoable`, with `changes`) when a reservation "
                            + "changed since, or where the guests were is taken, also by the stay that the cascade was for.")
    @PostMapping("/{id}/undo")
    Cascade undo(@PathVariable String hotel, @PathVariable UUID id) {
        var caller = operator();
        var ref = hotels.require(hotel);
        refuse(ProblemCode.CASCADE_NOT_UNDOABLE, desk.undo(caller, ref, id));
        return shown(ref, id);
    }

    @Operation(summary = "Reject a proposal", description = "Needs OPERATOR.")
    @PostMapping("/{id}/reject")
    Cascade reject(@PathVariable String hotel, @PathVariable UUID id) {
        var caller = operator();
        var ref = hotels.require(hotel);
        desk.reject(caller, ref, id);
        return shown(ref, id);
    }

    private static Caller operator() {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        return caller;
    }

    private static void refuse(ProblemCode code, List<Obstacle> obstacles) {
        if (!obstacles.isEmpty()) {
            throw new ProblemException(code, Map.of("reason", obstacles.get(0).code()), Map.of("changes", obstacles));
        }
    }

    private Cascade shown(HotelRef hotel, UUID id) {
        return store.find(hotel, id)
                .map(proposal -> Cascade.of(hotel, proposal, settings, GuestPrivacy.of(Caller.current())))
                .orElseThrow(() -> new ProblemException(ProblemCode.CASCADE_UNKNOWN));
    }

    private static @Nullable UUID before(PageAsked page) {
        try {
            return page.after() == null ? null : UUID.fromString(page.after());
        } catch (IllegalArgumentException ofAnotherList) {
            throw ProblemException.ofField("cursor");
        }
    }

    /** That there is no cascade. */
    @Schema(name = "CascadeNoProposal")
    record NoProposal(@Nullable NoCascade none) {}
}
