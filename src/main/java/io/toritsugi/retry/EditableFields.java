package io.toritsugi.retry;

import io.toritsugi.booking.Booking;
import io.toritsugi.booking.BookingEdit;
import io.toritsugi.booking.SentFields;
import io.toritsugi.failure.FailureActions.Change;
import io.toritsugi.intake.SentTelegrams;
import io.toritsugi.reservation.Reading;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a booking that people may correct, and what a correction changes in them. */
@Component
class EditableFields {

    private static final String ROOMS = "rooms";
    private static final String ROOM_TOTAL = "roomTotal";

    private final SentTelegrams sent;

    EditableFields(SentTelegrams sent) {
        this.sent = sent;
    }

    /** The fields as the booking has them; of a telegram that is no valid booking, the texts as sent. */
    Map<String, @Nullable Object> of(long telegramId, @Nullable Reading reading) {
        return reading instanceof Reading.Understood understood
                ? fields(understood.booking())
                : sent.fields(telegramId);
    }

    /** What is different, in the order of the fields; of an invalid booking, what was corrected counts as it is now. */
    List<Change> changes(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, BookingEdit edit) {
        var now = new LinkedHashMap<>(after);
        putUnlessNull(now, SentFields.CHECK_IN, edit.checkIn());
        putUnlessNull(now, SentFields.CHECK_OUT, edit.checkOut());
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(now.keySet());
        var changes = new ArrayList<Change>();
        for (var name : names) {
            if (!Objects.equals(before.get(name), now.get(name))) {
                changes.add(new Change(name, before.get(name), now.get(name)));
            }
        }
        return changes;
    }

    private static Map<String, @Nullable Object> fields(Booking booking) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        var stay = booking.stay();
        if (stay != null) {
            fields.put(SentFields.CHECK_IN, stay.checkIn().toString());
            fields.put(SentFields.CHECK_OUT, stay.checkOut().toString());
            fields.put(SentFields.GUEST_NAME, stay.guest().name());
            fields.put(SentFields.GUEST_KANA, stay.guest().kana());
            fields.put(
                    ROOMS,
                    stay.rooms().stream()
                            .map(room ->
                                    new BookingEdit.Room(room.code(), room.adults(), room.children(), room.amounts()))
                            .toList());
            fields.put(ROOM_TOTAL, stay.roomTotal());
        }
        return fields;
    }

    private static void putUnlessNull(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
