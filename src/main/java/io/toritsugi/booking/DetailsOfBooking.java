package io.toritsugi.booking;

import io.toritsugi.telegram.model.AgentNativeInformation;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.BasicInformation;
import io.toritsugi.telegram.model.BasicRateInformation;
import io.toritsugi.telegram.model.RisaplsCommonInformation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Gathers what is shown with a reservation and never searched, as sent; what is missing is left out. */
record DetailsOfBooking(
        AllotmentBookingReport report,
        BasicInformation basic,
        BasicRateInformation rates,
        RisaplsCommonInformation common,
        AgentNativeInformation agent) {

    BookingDetails with(List<BookedOption> options, List<Discount> discounts) {
        var people = new DetailsOfPeople(report, basic, common);
        var payment = new DetailsOfPayment(rates, agent);
        return new BookingDetails(new DetailMap()
                .text("bookedOn", basic.travelAgencyBookingDate)
                .text("bookedAt", basic.travelAgencyBookingTime)
                .time("checkInTime", basic.checkInTime)
                .time("checkOutTime", basic.checkOutTime)
                .map("names", people.names())
                .map("booker", people.booker())
                .map("contact", people.contact())
                .map("guests", people.guests())
                .list("roomMates", people.roomMates())
                .map("plan", plan())
                .map(
                        "meals",
                        new DetailMap()
                                .text("condition", basic.mealCondition)
                                .text("specific", basic.specificMealCondition))
                .map("rates", payment.rateDetails())
                .list("options", options.stream().map(DetailsOfPayment::option).toList())
                .list(
                        "discounts",
                        discounts.stream().map(DetailsOfPayment::discount).toList())
                .list("coupons", payment.coupons())
                .list("deposits", payment.deposits())
                .map("settlement", payment.settlement())
                .list("questions", questions())
                .map("remarks", remarks())
                .map("sender", sender())
                .values());
    }

    private DetailMap plan() {
        var groups = new LinkedHashSet<Object>();
        common.rows.forEach(row -> {
            var room = row.roomInformation;
            var group = room == null ? null : SentText.of(room.planGroupCode);
            if (group != null) {
                groups.add(group);
            }
        });
        return new DetailMap()
                .text("packageType", basic.packageType)
                .text("content", basic.packagePlanContent)
                .list("groupCodes", new ArrayList<>(groups));
    }

    private List<Object> questions() {
        return basic.questionsAndAnswers.stream()
                .<Object>map(both -> new DetailMap()
                        .text("question", SentText.firstOf(both.fromHotelQuestion, both.question))
                        .text("answer", SentText.firstOf(both.toHotelAnswer, both.answer))
                        .values())
                .toList();
    }

    private DetailMap remarks() {
        return new DetailMap()
                .text("otherServiceInformation", basic.otherServiceInformation)
                .text("otherServiceInformation2", basic.otherServiceInformation2)
                .text("salesOfficeComment", basic.salesOfficeComment)
                .text("telegramData", common.basic == null ? null : common.basic.telegramData)
                .text("modificationPoint", basic.modificationPoint)
                .text("modificationType", basic.modificationType)
                .text("transport", basic.transportaion);
    }

    private DetailMap sender() {
        var map = new DetailMap()
                .text("reportNumber", basic.travelAgencyReportNumber)
                .text("confirmationNumber", basic.accommodationConfirmationNumber);
        if (report.salesOfficeInformation != null) {
            map.text("company", report.salesOfficeInformation.salesOfficeCompanyName)
                    .text("office", report.salesOfficeInformation.salesOfficeName)
                    .text("officeCode", report.salesOfficeInformation.salesOfficeCode);
        }
        if (report.retailerInformation != null) {
            map.text("retailer", report.retailerInformation.retailerName);
        }
        if (report.accommodationInformation != null) {
            map.text("accommodation", report.accommodationInformation.accommodationName)
                    .text("accommodationCode", report.accommodationInformation.accommodationCode);
        }
        return map;
    }
}
