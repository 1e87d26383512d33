package io.toritsugi.mapping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which room type stands behind each of TL-Lincoln's net room-type groups. */
@Tag(name = "Mappings")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/room-type-groups")
class RoomTypeGroupController {

    private static final int LONGEST_CODE = 64;
    private static final int MOST = 500;

    private final RoomTypeGroups groups;
    private final RoomMasterRows master;
    private final ProposeRoomTypes proposing;
    private final HotelAccess hotels;

    RoomTypeGroupController(
            RoomTypeGroups groups, RoomMasterRows master, ProposeRoomTypes proposing, HotelAccess hotels) {
        this.groups = groups;
        this.master = master;
        this.proposing = proposing;
        this.hotels = hotels;
    }

    @Operation(
            summary = "The net room-type groups of a hotel and the room types behind them, by group",
            description = "A stop-sell of a type names its groups. Several groups may stand for one type.")
    @GetMapping
    Page<RoomTypeGroup> list(@PathVariable String hotel) {
        return shown(hotels.require(hotel));
    }

    @Operation(
            summary = "Let groups stand for room types",
            description =
                    "Needs OPERATOR. The body is `{groupCode: roomType}`; groups that it does not name stay as they are. All of it "
                            + "or, when a type is not the hotel's (`room_type.not_of_hotel`), nothing.")
    @PutMapping
    Page<RoomTypeGroup> put(@PathVariable String hotel, @RequestBody Map<String, @Nullable String> wanted) {
        Caller.current().require(Role.OPERATOR);
        var ref = hotels.require(hotel);
        groups.put(ref, stripped(wanted));
        return shown(ref);
    }

    @Operation(summary = "Let a group stand for no room type", description = "Needs OPERATOR.")
    @DeleteMapping("/{groupCode}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String hotel, @PathVariable String groupCode) {
        Caller.current().require(Role.OPERATOR);
        groups.remove(hotels.require(hotel), groupCode);
    }

    @Operation(
            summary = "Groups of the room master that stand for no type, with what they may stand for",
            description =
                    "From what the codes of the group are mapped to, and from names that are alike. Only proposed. Fetch the "
                            + "room master first.")
    @GetMapping("/proposals")
    Page<ProposedGroup> proposals(@PathVariable String hotel) {
        var ref = hotels.require(hotel);
        var known = groups.of(ref.id());
        var names = new TreeMap<String, String>();
        for (var line : master.list(ref, null, null, null, Integer.MAX_VALUE)) {
            if (line.groupCode() != null && !known.containsKey(line.groupCode())) {
                names.merge(line.groupCode(), Objects.requireNonNullElse(line.groupName(), ""), (one, same) -> one);
            }
        }
        var proposals = proposing.of(ref);
        return Page.whole(names.entrySet().stream()
                .map(group -> new ProposedGroup(group.getKey(), group.getValue(), proposals.ofGroup(group.getKey())))
                .toList());
    }

    private Page<RoomTypeGroup> shown(HotelRef hotel) {
        return Page.whole(groups.of(hotel.id()).entrySet().stream()
                .map(group -> new RoomTypeGroup(group.getKey(), group.getValue()))
                .toList());
    }

    private static Map<String, String> stripped(Map<String, @Nullable String> wanted) {
        var groups = new TreeMap<String, String>();
        wanted.forEach((group, type) -> {
            var code = group.strip();
            if (code.isEmpty() || code.length() > LONGEST_CODE || type == null || type.isBlank()) {
                throw ProblemException.ofField(group);
            }
            groups.put(code, type.strip());
        });
        if (groups.size() > MOST) {
            throw ProblemException.ofField("groupCode");
        }
        return groups;
    }

    /** A group and its type. */
    @Schema(name = "RoomTypeGroup")
    record RoomTypeGroup(
            @Schema(example = "2") String groupCode,
            @Schema(example = "TWN") String roomType) {}

    /** A group without a type; {@code name} is empty when TL-Lincoln gives none. */
    @Schema(name = "ProposedRoomTypeGroup")
    record ProposedGroup(
            @Schema(example = "2") String groupCode,
            @Schema(example = "ツイン") String name,
            List<Proposal> proposals) {}
}
