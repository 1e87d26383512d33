package io.toritsugi.booking;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.TelegramFailedException;
import io.toritsugi.telegram.model.AgentNativeInformation;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.BasicInformation;
import io.toritsugi.telegram.model.BasicRateInformation;
import io.toritsugi.telegram.model.Extendmytrip;
import io.toritsugi.telegram.model.Member;
import io.toritsugi.telegram.model.OptionRow;
import io.toritsugi.telegram.model.PointsDiscount;
import io.toritsugi.telegram.model.RisaplsBasic;
import io.toritsugi.telegram.model.RisaplsBasicRate;
import io.toritsugi.telegram.model.RisaplsCommonInformation;
import io.toritsugi.telegram.model.RisaplsInformation;
import io.toritsugi.telegram.model.RoomAndGuest;
import io.toritsugi.telegram.model.RoomAndGuestInformation;
import io.toritsugi.telegram.model.RoomInformation;
import io.toritsugi.telegram.model.RoomRateInformation;
import io.toritsugi.telegram.model.SalesOfficeInformation;
import io.toritsugi.telegram.model.TransactionType;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;

/**
 * A telegram in the making: a new booking from 2027-03-05 to 2027-03-07 without rooms, to be changed field by field, and
 * its translation.
 */
final class TelegramDraft {

    private static final BookingTranslator TRANSLATOR =
            new BookingTranslator(new ChannelDirectory(new KnownChannels(null)));

    final AllotmentBookingReport report = new AllotmentBookingReport();
    final TransactionType transaction = new TransactionType();
    final SalesOfficeInformation office = new SalesOfficeInformation();
    final BasicInformation basic = new BasicInformation();
    final BasicRateInformation rates = new BasicRateInformation();
    final RisaplsBasic free = new RisaplsBasic();
    final Member member = new Member();
    final RisaplsBasicRate points = new RisaplsBasicRate();
    final Extendmytrip settlement = new Extendmytrip();

    private TelegramDraft() {
        transaction.dataClassification = "NewBookReport";
        transaction.dataId = "20270110000000101";
        transaction.systemDate = "2027-01-10";
        transaction.systemTime = "09:12:41";
        office.salesOfficeCompanyName = "Booking.com";
        basic.travelAgencyBookingNumber = "9900000110";
        basic.guestOrGroupNameSingleByte = "TARO MIHON";
        basic.checkInDate = "2027-03-05";
        basic.checkOutDate = "2027-03-07";
        basic.nights = "2";
        rates.roomRateOrPersonalRate = "RoomRate";
        report.transactionType = transaction;
        report.salesOfficeInformation = office;
        report.basicInformation = basic;
        report.basicRateInformation = rates;
        report.roomAndGuestInformation = new RoomAndGuestInformation();
        report.risaplsInformation = new RisaplsInformation();
        report.risaplsInformation.common = new RisaplsCommonInformation();
        report.risaplsInformation.common.basic = free;
        report.risaplsInformation.common.member = member;
        report.risaplsInformation.common.basicRate = points;
        report.risaplsInformation.agent = new AgentNativeInformation();
        report.risaplsInformation.agent.extendmytrip = settlement;
    }

    static TelegramDraft withoutRooms() {
        return new TelegramDraft();
    }

    /** One double room for two, 12,000 yen on each of the two nights. */
    static TelegramDraft twoNights() {
        return withoutRooms().night("0003", "2027-03-05", "12000").night("0003", "2027-03-06", "12000");
    }

    TelegramDraft with(Consumer<TelegramDraft> change) {
        change.accept(this);
        return this;
    }

    /** A row with its price for the room, for two adults. */
    TelegramDraft night(String code, String date, String yen) {
        return row(code, date, room -> room.roomPaxMaleCount = "2", rate -> rate.totalPerRoomRate = yen);
    }

    TelegramDraft row(String code, String date, Consumer<RoomInformation> guests, Consumer<RoomRateInformation> price) {
        var row = new RoomAndGuest();
        row.roomInformation = new RoomInformation();
        row.roomInformation.roomTypeCode = code;
        guests.accept(row.roomInformation);
        var rate = new RoomRateInformation();
        rate.roomDate = date;
        price.accept(rate);
        row.nights.add(rate);
        report.roomAndGuestInformation.rows.add(row);
        return this;
    }

    static OptionRow option(String name, String count, String rate) {
        var option = new OptionRow();
        option.name = name;
        option.optionCount = count;
        option.optionRate = rate;
        return option;
    }

    static PointsDiscount discount(String name, String amount) {
        var discount = new PointsDiscount();
        discount.pointsDiscountName = name;
        discount.amount = amount;
        return discount;
    }

    Booking translated() {
        return TRANSLATOR.translate(report);
    }

    BookedStay stay() {
        return translated().stay();
    }

    /** The failure that the telegram is refused with. */
    Failure refusal() {
        return Assertions.catchThrowableOfType(TelegramFailedException.class, this::translated)
                .failure();
    }
}
