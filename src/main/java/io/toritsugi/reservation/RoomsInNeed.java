package io.toritsugi.reservation;

import io.toritsugi.booking.BookedRoom;
import io.toritsugi.inventory.InventoryStore;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.mapping.RoomMappings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which rooms of a booking keep it from being placed: those that no mapping knows, and of a type that is short those for which
 * nothing is left when the rooms before them are placed.
 */
@Component
public class RoomsInNeed {

    private final RoomMappings mappings;
    private final InventoryStore inventory;
    private final ReservationStore reservations;

    RoomsInNeed(RoomMappings mappings, InventoryStore inventory, ReservationStore reservations) {
        this.mappings = mappings;
        this.inventory = inventory;
        this.reservations = reservations;
    }

    /** The numbers of these rooms, from 1, as it is now; in the caller's transaction, under the lock of the hotel. */
    public List<Integer> of(TelegramHead head, Reading.Understood understood) {
        var stay = understood.booking().stay();
        if (stay == null) {
            return List.of();
        }
        var types = types(head.hotelId(), understood);
        var wanted = new ArrayList<Set<NightKey>>();
        for (int room = 0; room < types.size(); room++) {
            wanted.add(nights(types.get(room), stay.rooms().get(room)));
        }
        var ledger = inventory.load(wanted.stream().flatMap(Set::stream).collect(Collectors.toSet()));
        var held = held(head);
        Map<NightKey, Integer> placed = Map.of();
        var inNeed = new ArrayList<Integer>();
        for (int room = 0; room < types.size(); room++) {
            var withThis = with(placed, wanted.get(room));
            if (types.get(room) == null || !ledger.lacking(held, withThis).isEmpty()) {
                inNeed.add(room + 1);
            } else {
                placed = withThis;
            }
        }
        return inNeed;
    }

    private static Map<NightKey, Integer> with(Map<NightKey, Integer> placed, Set<NightKey> nights) {
        var more = new TreeMap<>(placed);
        nights.forEach(night -> more.merge(night, 1, Integer::sum));
        return more;
    }

    private List<@Nullable RoomTypeRef> types(int hotelId, Reading.Understood understood) {
        var booking = understood.booking();
        var stay = Objects.requireNonNull(booking.stay());
        var table = mappings.tableOf(hotelId);
        var types = new ArrayList<@Nullable RoomTypeRef>();
        for (int number = 1; number <= stay.rooms().size(); number++) {
            var code = stay.rooms().get(number - 1).code();
            types.add(understood
                    .assignment()
                    .ofRoom(number)
                    .or(() -> table.roomType(booking.channel().name(), code, stay.checkIn()))
                    .orElse(null));
        }
        return types;
    }

    private Map<NightKey, Integer> held(TelegramHead head) {
        var held = reservations.held(List.of(head.booking())).get(head.booking());
        return held == null ? Map.of() : held.nights();
    }

    private static Set<NightKey> nights(@Nullable RoomTypeRef type, BookedRoom room) {
        return type == null
                ? Set.of()
                : room.firstNight()
                        .datesUntil(room.endDate())
                        .map(night -> new NightKey(type.id(), night))
                        .collect(Collectors.toSet());
    }
}
