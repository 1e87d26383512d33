package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.BasicInformation;
import io.toritsugi.telegram.model.BasicRateInformation;
import io.toritsugi.telegram.model.RoomAndGuest;
import io.toritsugi.telegram.model.RoomAndGuestInformation;
import io.toritsugi.telegram.model.RoomInformation;
import io.toritsugi.telegram.model.RoomRateInformation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a person's corrections into a document that was just read, as if it had been sent so. The stored bytes stay. */
final class CorrectedReport {

    private final AllotmentBookingReport report;
    private final BasicInformation basic;

    private CorrectedReport(AllotmentBookingReport report) {
        this.report = report;
        this.basic = Objects.requireNonNullElseGet(report.basicInformation, BasicInformation::new);
        report.basicInformation = basic;
    }

    static void correct(AllotmentBookingReport report, BookingEdit edit) {
        var corrected = new CorrectedReport(report);
        corrected.dates(edit.checkIn(), edit.checkOut());
        corrected.guest(edit.guestName(), edit.guestKana());
        var rooms = edit.rooms();
        if (rooms != null) {
            corrected.rooms(rooms);
        }
    }

    private void dates(@Nullable LocalDate checkIn, @Nullable LocalDate checkOut) {
        if (checkIn != null) {
            basic.checkInDate = checkIn.toString();
        }
        if (checkOut != null) {
            basic.checkOutDate = checkOut.toString();
        }
        if ((checkIn != null || checkOut != null) && SentText.of(basic.checkOutDate) != null) {
            basic.nights = null; // what was sent counted other days
        }
    }

    private void guest(@Nullable String name, @Nullable String kana) {
        if (name != null) {
            basic.guestOrGroupNameKanjiName = name;
        }
        if (kana != null) {
            basic.guestOrGroupNameSingleByte = kana;
        }
    }

    private void rooms(List<BookingEdit.Room> rooms) {
        var checkIn = SentDate.of("CheckInDate", basic.checkInDate);
        if (checkIn == null) {
            throw Refusal.of(FailureCode.CHECK_IN_MISSING, "CheckInDate", "YYYY-MM-DD", null);
        }
        var rows = new ArrayList<RoomAndGuest>();
        for (var room : rooms) {
            for (int night = 0; night < room.amounts().size(); night++) {
                rows.add(row(room, checkIn.plusDays(night), room.amounts().get(night)));
            }
        }
        var information = new RoomAndGuestInformation();
        information.rows = rows;
        report.roomAndGuestInformation = information;
        basic.totalRoomCount = String.valueOf(rooms.size());
        var rates = Objects.requireNonNullElseGet(report.basicRateInformation, BasicRateInformation::new);
        rates.roomRateOrPersonalRate = "RoomRate";
        report.basicRateInformation = rates;
    }

    private static RoomAndGuest row(BookingEdit.Room room, LocalDate night, int amount) {
        var information = new RoomInformation();
        information.roomTypeCode = room.code();
        information.roomPaxMaleCount = String.valueOf(room.adults());
        information.roomChildDNoneCount = String.valueOf(room.children());
        var rate = new RoomRateInformation();
        rate.roomDate = night.toString();
        rate.totalPerRoomRate = String.valueOf(amount);
        var row = new RoomAndGuest();
        row.roomInformation = information;
        row.nights = List.of(rate);
        return row;
    }
}
