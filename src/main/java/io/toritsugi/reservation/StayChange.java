package io.toritsugi.reservation;

import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a modification did to the stay before it, in flags: {@code night_released:DATE}, {@code room_type_changed:OLD->NEW}. */
final class StayChange {

    private StayChange() {}

    /** The flags of the step from one stay to the next; empty where one of them was never mapped. */
    static List<String> flags(FoldTelegram earlier, FoldTelegram later) {
        var flags = new ArrayList<String>();
        earlier.placeable()
                .ifPresent(before -> later.placeable().ifPresent(after -> {
                    flags.addAll(releasedNights(before, after));
                    flags.addAll(changedTypes(before, after));
                }));
        return flags;
    }

    private static List<String> releasedNights(MappedStay before, MappedStay after) {
        return before.stay()
                .checkIn()
                .datesUntil(before.stay().checkOut())
                .filter(night -> !isNightOf(after, night))
                .map(night -> "night_released:" + night)
                .toList();
    }

    private static boolean isNightOf(MappedStay stay, LocalDate night) {
        return !night.isBefore(stay.stay().checkIn())
                && night.isBefore(stay.stay().checkOut());
    }

    /** Types that left are paired with types that came, in the order of the rooms. */
    private static List<String> changedTypes(MappedStay before, MappedStay after) {
        var left = new ArrayList<>(codes(before));
        var came = new ArrayList<String>();
        for (var code : codes(after)) {
            if (!left.remove(code)) {
                came.add(code);
            }
        }
        var flags = new ArrayList<String>();
        for (int pair = 0; pair < Math.min(left.size(), came.size()); pair++) {
            var flag = "room_type_changed:" + left.get(pair) + "->" + came.get(pair);
            if (!flags.contains(flag)) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static List<String> codes(MappedStay stay) {
        return stay.types().stream().map(RoomTypeRef::code).toList();
    }
}
