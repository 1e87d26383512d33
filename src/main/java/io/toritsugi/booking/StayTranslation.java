package io.toritsugi.booking;

import io.toritsugi.telegram.model.AgentNativeInformation;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.BasicInformation;
import io.toritsugi.telegram.model.BasicRateInformation;
import io.toritsugi.telegram.model.RisaplsCommonInformation;
import io.toritsugi.telegram.model.RisaplsInformation;
import io.toritsugi.telegram.model.RoomAndGuest;
import java.util.List;
import java.util.Objects;

/** Translates the stay of a new booking or a modification: both carry the whole of it (domain notes §8.2). */
final class StayTranslation {

    private static final String AGODA = "agoda";

    private final AllotmentBookingReport report;
    private final BasicInformation basic;
    private final BasicRateInformation rates;
    private final RisaplsCommonInformation common;
    private final AgentNativeInformation agent;
    private final Flags flags = new Flags();

    private StayTranslation(AllotmentBookingReport report) {
        this.report = report;
        this.basic = Objects.requireNonNullElseGet(report.basicInformation, BasicInformation::new);
        this.rates = Objects.requireNonNullElseGet(report.basicRateInformation, BasicRateInformation::new);
        var additions = Objects.requireNonNullElseGet(report.risaplsInformation, RisaplsInformation::new);
        this.common = Objects.requireNonNullElseGet(additions.common, RisaplsCommonInformation::new);
        this.agent = Objects.requireNonNullElseGet(additions.agent, AgentNativeInformation::new);
    }

    static BookedStay of(AllotmentBookingReport report, Channel channel) {
        return new StayTranslation(report).stay(channel);
    }

    private BookedStay stay(Channel channel) {
        var dates = StayDates.of(basic, flags);
        var grid = grid(dates);
        var guests = GuestsOfRooms.of(grid, basic, flags);
        var statedTotal = SentNumber.totalYen("TotalAccommodationCharge", rates.totalAccommodationCharge);
        var amounts = new NightRates(grid, guests, statedTotal).amounts(SentText.of(rates.roomRateOrPersonalRate));
        var options = BookedOption.of(report, common.member);
        var discounts = Discount.of(common.basicRate, rates);
        var optionsTotal = BookedOption.total(options);
        var discountTotal = Discount.total(discounts);
        var header = HeaderCheck.of(statedTotal, optionsTotal, amounts, flags);
        var collects =
                WhoCollects.of(basic, agent.extendmytrip, header.roomTotal() + optionsTotal - discountTotal, flags);
        var guest = GuestNames.of(basic, common.basic, common.member, flags);
        flags.raiseIf(AGODA.equals(channel.name()), Flag.AMOUNT_IS_NET_OF_COMMISSION);
        flags.raiseIf(channel.unknown(), Flag.UNKNOWN_CHANNEL);
        return new BookedStay(
                dates.checkIn(),
                dates.checkOut(),
                guest,
                BookedRooms.of(grid, guests, amounts, common.rows),
                header.roomTotal(),
                optionsTotal,
                header.headerTotal(),
                discountTotal,
                collects.settlement(),
                collects.dueOnSite(),
                Lengths.text("PackagePlanCode", SentText.of(basic.packagePlanCode)),
                Lengths.text("PackagePlanName", SentText.of(basic.packagePlanName)),
                requests(),
                flags.inOrder(),
                new DetailsOfBooking(report, basic, rates, common, agent).with(options, discounts));
    }

    private RoomGrid grid(StayDates dates) {
        var rooms = report.roomAndGuestInformation;
        var rows = rooms == null ? List.<RoomAndGuest>of() : rooms.rows;
        var roomCount = SentNumber.upTo(SentNumber.MOST_COMPARED, "TotalRoomCount", basic.totalRoomCount);
        var grid = RoomGrid.of(RoomNight.of(rows), dates, roomCount);
        flags.raiseIf(roomCount != null && roomCount != grid.rooms().size(), Flag.ROOM_COUNT_MISMATCH);
        flags.raiseIf(grid.moved(), Flag.ROOM_MOVE);
        return grid;
    }

    private List<String> requests() {
        return basic.specialServiceRequests.stream()
                .map(SentText::of)
                .filter(Objects::nonNull)
                .toList();
    }
}
