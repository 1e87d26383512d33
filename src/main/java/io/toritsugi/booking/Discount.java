package io.toritsugi.booking;

import io.toritsugi.telegram.model.BasicRateInformation;
import io.toritsugi.telegram.model.PointsDiscount;
import io.toritsugi.telegram.model.RisaplsBasicRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Points, a coupon or a subsidy: a way of paying that lowers no room's amount (domain notes §6.4). */
record Discount(@Nullable String division, @Nullable String name, long amount) {

    /** The whole list, over both places that senders use; what stands in both is taken once. */
    static List<Discount> of(@Nullable RisaplsBasicRate usual, @Nullable BasicRateInformation agencySide) {
        // The division may be missing in one of the places, so it is no part of what makes two the same.
        var discounts = new OncePerPlace<Discount>(discount -> new Same(discount.name, discount.amount));
        if (usual != null) {
            discounts.add(read(usual.pointsDiscounts));
        }
        if (agencySide != null) {
            discounts.add(read(agencySide.pointsDiscounts));
        }
        return discounts.rows();
    }

    static long total(List<Discount> discounts) {
        return discounts.stream().mapToLong(Discount::amount).sum();
    }

    private static List<Discount> read(List<PointsDiscount> sent) {
        if (sent.isEmpty()) {
            return List.of();
        }
        var discounts = new ArrayList<Discount>(sent.size());
        for (var row : sent) {
            var amount = SentNumber.yen("PointsDiscount", row.amount);
            var name = SentText.of(row.pointsDiscountName);
            if (amount != null || name != null) {
                discounts.add(new Discount(SentText.of(row.pointsDiv), name, Objects.requireNonNullElse(amount, 0L)));
            }
        }
        return discounts;
    }

    private record Same(@Nullable String name, long amount) {}
}
