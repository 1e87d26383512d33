package io.toritsugi.booking;

import io.toritsugi.telegram.model.AgentNativeInformation;
import io.toritsugi.telegram.model.BasicRateInformation;
import java.util.List;

/** What the telegram says of money beyond what is calculated with, as sent. */
record DetailsOfPayment(BasicRateInformation rates, AgentNativeInformation agent) {

    DetailMap rateDetails() {
        return new DetailMap()
                .text("kind", rates.roomRateOrPersonalRate)
                .text("taxService", rates.taxServiceFee)
                .text("payment", rates.payment)
                .text("bareNet", rates.bareNetRate)
                .text("totalAfterPoints", rates.totalAccommodationDiscountPoints)
                .text("consumptionTax", rates.totalAccommodationConsumptionTax)
                .text("hotSpringTax", rates.totalAccommodationHotSpringTax)
                .text(
                        "serviceCharge",
                        SentText.firstOf(rates.totalAccommodationServiceCharge, rates.totalAccomodationServiceCharge))
                .text("commissionPercentage", SentText.firstOf(rates.commissionPercentage, rates.comissionPercentage))
                .text(
                        "commissionAmount",
                        SentText.firstOf(
                                rates.totalAccommodationCommissionAmount, rates.totalAccommodationComissionAmount));
    }

    static Object option(BookedOption option) {
        return new DetailMap()
                .text("date", option.date())
                .text("code", option.code())
                .text("name", option.name())
                .text("request", option.request())
                .number("count", option.count())
                .number("rate", option.rate())
                .number("amount", option.amount())
                .values();
    }

    static Object discount(Discount discount) {
        return new DetailMap()
                .text("division", discount.division())
                .text("name", discount.name())
                .number("amount", discount.amount())
                .values();
    }

    List<Object> coupons() {
        return rates.coupons.stream()
                .<Object>map(coupon -> new DetailMap()
                        .text("name", coupon.couponName)
                        .text("code", SentText.firstOf(coupon.couponCode, coupon.couponNumber))
                        .text("amount", coupon.couponAmount)
                        .values())
                .toList();
    }

    List<Object> deposits() {
        return rates.deposits.stream()
                .<Object>map(deposit -> new DetailMap()
                        .text("name", deposit.depositName)
                        .text("date", deposit.depositDate)
                        .text("amount", deposit.depositAmount)
                        .values())
                .toList();
    }

    DetailMap settlement() {
        var map = new DetailMap();
        if (agent.extendmytrip != null) {
            map.text("division", agent.extendmytrip.settlementDiv);
        }
        if (agent.extend != null) {
            map.text("points", agent.extend.points).text("amountClaimed", agent.extend.amountClaimed);
        }
        return map;
    }
}
