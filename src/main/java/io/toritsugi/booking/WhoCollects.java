package io.toritsugi.booking;

import io.toritsugi.telegram.model.BasicInformation;
import io.toritsugi.telegram.model.Extendmytrip;
import org.jspecify.annotations.Nullable;

/**
 * Who collects the money, and what is left for the hotel (domain notes §6.5): the words first, then SettlementDiv, then on
 * site. A zero in a coded field proves nothing.
 *
 * @param dueOnSite whole yen that the hotel still collects
 */
record WhoCollects(Settlement settlement, long dueOnSite) {

    /** @param bill nights and options less what points and coupons pay */
    static WhoCollects of(BasicInformation basic, @Nullable Extendmytrip coded, long bill, Flags flags) {
        var words = words(basic);
        var settlement = words.settlement();
        if (settlement == null) {
            settlement = coded == null ? null : ofDivision(coded.settlementDiv);
        }
        if (settlement == null) {
            settlement = Settlement.ON_SITE;
            flags.raiseIf(!words.understood(), Flag.SETTLEMENT_REVIEW);
        }
        flags.raiseIf(settlement == Settlement.PARTIAL, Flag.SETTLEMENT_REVIEW);
        return new WhoCollects(settlement, due(settlement, words.statedAmount(), Math.max(0, bill)));
    }

    private static PaymentText words(BasicInformation basic) {
        var first = PaymentText.of(basic.otherServiceInformation);
        var second = PaymentText.of(basic.otherServiceInformation2);
        return first.settlement() != null
                ? new PaymentText(
                        first.settlement(),
                        true,
                        first.statedAmount() == null ? second.statedAmount() : first.statedAmount())
                : new PaymentText(
                        second.settlement(),
                        first.understood() && second.understood(),
                        second.statedAmount() == null ? first.statedAmount() : second.statedAmount());
    }

    private static long due(Settlement settlement, @Nullable Long stated, long bill) {
        return switch (settlement) {
            case ON_SITE -> bill;
            case PARTIAL -> stated == null ? bill : stated;
            case CARD_PREPAID, AGENT_PREPAID, CORPORATE -> 0;
        };
    }

    /** Null for 0, nothing and the unknown. */
    private static @Nullable Settlement ofDivision(@Nullable String sent) {
        var division = SentText.of(sent);
        if (division == null) {
            return null;
        }
        return switch (division) {
            case "1" -> Settlement.CORPORATE;
            case "2" -> Settlement.CARD_PREPAID;
            case "3" -> Settlement.ON_SITE;
            case "4", "6" -> Settlement.AGENT_PREPAID;
            case "5" -> Settlement.PARTIAL;
            default -> null;
        };
    }
}
