package io.toritsugi.mapping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Room codes that are mapped to nothing, and what they may stand for. */
@Tag(name = "Mappings")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/mappings")
class MappingProposalController {

    private final UnmappedCodes unmapped;
    private final UnmappedMasterCodes unmappedOfMaster;
    private final ProposeRoomTypes proposing;
    private final AcceptProposals accepting;
    private final HotelAccess hotels;

    MappingProposalController(
            UnmappedCodes unmapped,
            UnmappedMasterCodes unmappedOfMaster,
            ProposeRoomTypes proposing,
            AcceptProposals accepting,
            HotelAccess hotels) {
        this.unmapped = unmapped;
        this.unmappedOfMaster = unmappedOfMaster;
        this.proposing = proposing;
        this.accepting = accepting;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Room codes that bookings wait for",
            description =
                    "One item for each channel and code that an open failure waits for and no mapping knows, those first whose "
                            + "guests arrive first; with the names under which it was sent and what it may stand for. A proposal is "
                            + "never used by itself.")
    @GetMapping("/unmapped")
    Page<UnmappedCode> unmapped(
            @PathVariable String hotel, @RequestParam(required = false) @Nullable String channel, PageAsked page) {
        var ref = hotels.require(hotel);
        var found = Page.of(unmapped.list(ref, channel, page), page, code -> ListPlace.of(code.place()));
        if (found.items().isEmpty()) {
            return found;
        }
        var proposals = proposing.of(ref);
        return found.map(code -> code.with(proposals.ofCode(code.channel(), code.code(), code.names(), code.groups())));
    }

    @Operation(
            summary = "Room codes of the room master that nobody has mapped",
            description =
                    "One item for each channel and code that TL-Lincoln has in use, that its channel's mappings do not know "
                            + "today and for which there is a proposal, by channel and code. Fetch the room master first. Codes of "
                            + "sales offices that are not known are left out.")
    @GetMapping("/proposals")
    Page<ProposedMapping> proposals(@PathVariable String hotel, PageAsked page) {
        var ref = hotels.require(hotel);
        return Page.of(
                unmappedOfMaster.list(ref, ListPlace.after(page, 2), page.rows()),
                page,
                proposed -> ListPlace.of(proposed.place()));
    }

    @Operation(
            summary = "Make mappings of proposals",
            description =
                    "Needs OPERATOR. All of them or none: `mapping.items_refused` names in `refused` every one that cannot be "
                            + "made, with its problem's code and the mapping in the way. Used by the very next attempt.")
    @PostMapping("/proposals/accept")
    @ResponseStatus(HttpStatus.CREATED)
    Page<Mapping> accept(@PathVariable String hotel, @Valid @RequestBody Accepted accepted) {
        Caller.current().require(Role.OPERATOR);
        return Page.whole(accepting.accept(hotels.require(hotel), accepted.mappings()));
    }

    @Schema(name = "AcceptedProposals")
    record Accepted(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid MappingWanted> mappings) {}
}
