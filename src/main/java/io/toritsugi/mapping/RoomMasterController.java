package io.toritsugi.mapping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** TL-Lincoln's room master of a hotel: which codes its sales offices have. */
@Tag(name = "Mappings")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/room-master")
class RoomMasterController {

    private final FetchRoomMaster fetching;
    private final RoomMasterRows rows;
    private final HotelAccess hotels;

    RoomMasterController(FetchRoomMaster fetching, RoomMasterRows rows, HotelAccess hotels) {
        this.fetching = fetching;
        this.rows = rows;
        this.hotels = hotels;
    }

    @Operation(
            summary = "The room master as it was fetched last, by sales office and code",
            description = "Empty until it is fetched. `roomType` is what the code is mapped to today, if it is.")
    @GetMapping
    Page<RoomMasterLine> list(
            @PathVariable String hotel,
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String groupCode,
            PageAsked page) {
        var found = rows.list(hotels.require(hotel), code, groupCode, ListPlace.after(page, 2), page.rows());
        return Page.of(found, page, line -> ListPlace.of(line.place()));
    }

    @Operation(
            summary = "Fetch the room master from TL-Lincoln",
            description =
                    "Needs OPERATOR. Changes nothing over there, and no mapping here: what it brings is only proposed. When "
                            + "TL-Lincoln does not give it (`room_master.not_fetched`), `failure` is the code of the catalogue "
                            + "(`remote.…`), with `cause` and `remedy` in words, and what was fetched before stands; likewise when it "
                            + "has none. Takes as long as the connection's time-outs at most.")
    @PostMapping("/fetch")
    Fetched fetch(@PathVariable String hotel, Locale language) {
        Caller.current().require(Role.OPERATOR);
        return fetching.fetch(hotels.require(hotel), language);
    }

    /**
     * What fetching brought.
     *
     * @param rows how many there are
     * @param removed how many TL-Lincoln has no more
     */
    @Schema(name = "FetchedRoomMaster")
    record Fetched(int rows, int added, int changed, int removed, OffsetDateTime fetchedAt) {}
}
