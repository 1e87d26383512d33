package io.toritsugi.reservation;

import io.toritsugi.inventory.InventoryStore;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.mapping.RoomMappings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which rooms of a booking keep it from being placed: those that no mapping knows, and those of a type that is short. */
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
        var all = new TreeMap<NightKey, Integer>();
        for (int room = 0; room < types.size(); room++) {
            var nights = nights(
                    types.get(room),
                    stay.rooms().get(room).firstNight(),
                    stay.rooms().get(room).endDate());
            wanted.add(nights);
            nights.forEach(night -> all.merge(night, 1, Integer::sum));
        }
        var lacking = inventory.load(all.keySet()).lacking(held(head), all);
        var inNeed = new ArrayList<Integer>();
        for (int room = 0; room < types.size(); room++) {
            if (types.get(room) == null || wanted.get(room).stream().anyMatch(lacking::contains)) {
                inNeed.add(room + 1);
            }
        }
        return inNeed;
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

    private static Set<NightKey> nights(@Nullable RoomTypeRef type, LocalDate first, LocalDate end) {
        var nights = new TreeSet<NightKey>();
        if (type != null) {
            first.datesUntil(end).forEach(night -> nights.add(new NightKey(type.id(), night)));
        }
        return nights;
    }
}
