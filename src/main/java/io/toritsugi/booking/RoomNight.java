package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.model.RoomAndGuest;
import io.toritsugi.telegram.model.RoomInformation;
import io.toritsugi.telegram.model.RoomRateInformation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One row of the telegram: one room, one night (domain notes §4.2). Which of the rooms is not said. */
record RoomNight(String code, LocalDate date, RoomInformation room, RoomRateInformation rate) {

    private static final int LONGEST_CODE = 64;

    /** The rows in document order; a row with several nights (generic TravelXML) gives one for each. */
    static List<RoomNight> of(List<RoomAndGuest> rows) {
        var nights = new ArrayList<RoomNight>(rows.size());
        for (var row : rows) {
            if (row.roomInformation == null && row.nights.isEmpty()) {
                continue;
            }
            var room = row.roomInformation == null ? new RoomInformation() : row.roomInformation;
            var code = codeOf(room);
            // A room without any night is a row without its date, and told so.
            var rates = row.nights.isEmpty() ? List.of(new RoomRateInformation()) : row.nights;
            for (var rate : rates) {
                nights.add(new RoomNight(code, dateOf(rate), room, rate));
            }
        }
        return nights;
    }

    private static String codeOf(RoomInformation room) {
        var code = SentText.of(room.roomTypeCode);
        if (code == null) {
            throw Refusal.of(
                    FailureCode.ROOM_CODE_MISSING, "RoomTypeCode", "RoomTypeCode", SentText.of(room.roomTypeName));
        }
        return Lengths.key("RoomTypeCode", code, LONGEST_CODE);
    }

    private static LocalDate dateOf(RoomRateInformation rate) {
        var date = SentDate.of("RoomDate", rate.roomDate);
        if (date == null) {
            throw Refusal.of(FailureCode.DATE_INVALID, "RoomDate", "YYYY-MM-DD", null);
        }
        return date;
    }
}
