package io.toritsugi.reservation;

import io.toritsugi.inventory.InventoryStore;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.mapping.RoomMappings;
import io.toritsugi.upgrade.FailedStay;
import io.toritsugi.upgrade.FailedStays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a failed telegram again, with the mappings and the rooms as they are now, and says for what it lacks rooms. */
@Component
class StaysThatFailed implements FailedStays {

    private final BookingTelegrams telegrams;
    private final RoomMappings mappings;
    private final InventoryStore inventory;
    private final ReservationStore reservations;

    StaysThatFailed(
            BookingTelegrams telegrams,
            RoomMappings mappings,
            InventoryStore inventory,
            ReservationStore reservations) {
        this.telegrams = telegrams;
        this.mappings = mappings;
        this.inventory = inventory;
        this.reservations = reservations;
    }

    @Override
    public Optional<FailedStay> of(int hotelId, long telegramId) {
        var stored = telegrams.ofIds(List.of(telegramId)).get(telegramId);
        var reading = telegrams.read(List.of(telegramId)).get(telegramId);
        if (stored == null || !(reading instanceof Reading.Understood understood)) {
            return Optional.empty();
        }
        var stay = MapRooms.map(understood, mappings.tableOf(hotelId)).stay();
        return stay == null ? Optional.empty() : lacking(stored.head(), understood, stay);
    }

    private Optional<FailedStay> lacking(TelegramHead head, Reading.Understood understood, MappedStay stay) {
        var booking = head.booking();
        @Nullable HeldReservation held = reservations.held(List.of(booking)).get(booking);
        Map<NightKey, Integer> holds = held == null ? Map.of() : held.nights();
        var lacking = inventory.load(stay.nights().keySet()).lacking(holds, stay.nights());
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        var request = LackingRooms.request(
                head.hotelId(), understood.booking().channel().name(), stay, lacking);
        return Optional.of(new FailedStay(
                request,
                stay.numbers()
                        .filter(number -> stay.assigned(number).equals(request.requested()))
                        .boxed()
                        .toList(),
                held == null ? null : held.id(),
                holds));
    }
}
