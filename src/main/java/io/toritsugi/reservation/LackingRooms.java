package io.toritsugi.reservation;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.upgrade.UpgradeRequest;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A stay that found no room: what to say about it, and what to ask for. */
final class LackingRooms {

    private static final String STAGE = "enrich";

    private LackingRooms() {}

    /** The failure, naming the first type that lacks rooms and its nights. */
    static Failure failure(MappedStay stay, SortedSet<NightKey> lacking) {
        var type = firstLacking(stay, lacking);
        return new Failure(
                FailureCode.NO_ROOM_FREE,
                STAGE,
                Map.of(
                        "roomType",
                        type.code(),
                        "nights",
                        nightsOf(type, lacking).stream()
                                .map(night -> night.night().toString())
                                .collect(Collectors.joining(", ")),
                        "arrival",
                        stay.stay().checkIn().toString()));
    }

    /** The question for upgrades: a booking of several rooms asks for the first type that lacks rooms. */
    static UpgradeRequest request(int hotelId, @Nullable String channel, MappedStay stay, SortedSet<NightKey> lacking) {
        var type = firstLacking(stay, lacking);
        int first = stay.assigned().indexOf(type);
        var room = stay.stay().rooms().get(first);
        int rooms = (int) stay.assigned().stream().filter(type::equals).count();
        return new UpgradeRequest(
                hotelId,
                type,
                room.firstNight(),
                room.endDate(),
                room.adults() + room.children(),
                rooms,
                nightsOf(type, lacking),
                channel,
                stay.stay().planCode());
    }

    private static RoomTypeRef firstLacking(MappedStay stay, SortedSet<NightKey> lacking) {
        return stay.assigned().stream()
                .filter(type -> !nightsOf(type, lacking).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No type of the stay lacks rooms: " + lacking));
    }

    private static SortedSet<NightKey> nightsOf(RoomTypeRef type, SortedSet<NightKey> lacking) {
        return lacking.stream()
                .filter(night -> night.roomTypeId() == type.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
