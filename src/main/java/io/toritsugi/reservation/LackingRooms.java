package io.toritsugi.reservation;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.upgrade.UpgradeRequest;
import java.util.List;
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
        var numbers = stay.numbers()
                .filter(number -> stay.assigned(number).equals(type))
                .boxed()
                .toList();
        return request(hotelId, channel, stay, type, numbers, nightsOf(type, lacking));
    }

    /**
     * The question for upgrades of some rooms.
     *
     * @param requested the type that they ask for
     * @param numbers the rooms' numbers, from 1; at least one. The first tells the nights, the fullest the guests
     * @param lacking the nights of that type that lack rooms; none where it is asked for another reason
     */
    static UpgradeRequest request(
            int hotelId,
            @Nullable String channel,
            MappedStay stay,
            RoomTypeRef requested,
            List<Integer> numbers,
            SortedSet<NightKey> lacking) {
        var room = stay.room(numbers.get(0));
        int guests = numbers.stream()
                .map(stay::room)
                .mapToInt(each -> each.adults() + each.children())
                .max()
                .orElseThrow();
        return new UpgradeRequest(
                hotelId,
                requested,
                room.firstNight(),
                room.endDate(),
                guests,
                numbers.size(),
                lacking,
                channel,
                stay.stay().planCode());
    }

    private static RoomTypeRef firstLacking(MappedStay stay, SortedSet<NightKey> lacking) {
        return stay.assigned().stream()
                .filter(type -> !nightsOf(type, lacking).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No type of the stay lacks rooms: " + lacking));
    }

    static SortedSet<NightKey> nightsOf(RoomTypeRef type, SortedSet<NightKey> lacking) {
        return lacking.stream()
                .filter(night -> night.roomTypeId() == type.id())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
