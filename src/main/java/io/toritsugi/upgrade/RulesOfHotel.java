package io.toritsugi.upgrade;

import io.toritsugi.hierarchy.UpgradeRules;
import io.toritsugi.hierarchy.UpgradeRules.Blackout;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the rules of a hotel bar (R5.5): types whatever the stay, and stays whatever the type. Immutable. */
final class RulesOfHotel {

    private final UpgradeRules rules;

    RulesOfHotel(UpgradeRules rules) {
        this.rules = rules;
    }

    int mostLevels() {
        return Objects.requireNonNullElse(rules.maxUpgradeLevels(), Integer.MAX_VALUE);
    }

    /** Whether a type is large enough for the guests of a room, or need not be. */
    boolean sleeps(TypeFacts type, int guests) {
        return guests <= type.capacity() || !rules.capacityRequired();
    }

    boolean displacementFirst() {
        return rules.displacementFirst();
    }

    /** The rules that bar a type for guests of another, whatever their stay. */
    List<Reason> barring(TypeFacts requested, TypeFacts type, BestPaths.Way way) {
        var reasons = new ArrayList<Reason>();
        if (!way.permitted()) {
            reasons.add(reason(
                    type, "max_levels", null, "levels=" + way.fewestLevels() + " limit=" + rules.maxUpgradeLevels()));
        }
        var limit = brokenPriceLimit(requested, type);
        if (limit != null) {
            reasons.add(reason(
                    type, "price_difference", null, "difference=" + difference(requested, type) + " limit=" + limit));
        }
        if (rules.smoking() == Smoking.MATCH && type.smoking() != requested.smoking()) {
            reasons.add(
                    reason(type, "smoking", null, "smoking=" + type.smoking() + " requested=" + requested.smoking()));
        }
        return List.copyOf(reasons);
    }

    /** Whole yen a night; negative where the type is cheaper. */
    static int difference(TypeFacts requested, TypeFacts type) {
        return type.baseRate() - requested.baseRate();
    }

    private @Nullable String brokenPriceLimit(TypeFacts requested, TypeFacts type) {
        long difference = difference(requested, type);
        var yen = rules.priceDifferenceLimit();
        if (yen != null && difference > yen) {
            return yen.toString();
        }
        var percent = rules.priceDifferenceLimitPercent();
        return percent != null && difference * 100 > (long) percent * requested.baseRate() ? percent + "%" : null;
    }

    /** A rule that bars every type for a stay. */
    record StayBar(String rule, @Nullable LocalDate night, String detail) {

        Reason of(TypeFacts type) {
            return reason(type, rule, night, detail);
        }
    }

    /** The rules that bar a stay from any upgrade; empty when none does. */
    List<StayBar> barring(UpgradeRequest request) {
        return barring(request.checkIn(), request.checkOut(), request.channel(), request.plan());
    }

    /** The rules that bar a stay from any upgrade; empty when none does. */
    List<StayBar> barring(LocalDate checkIn, LocalDate checkOut, @Nullable String channel, @Nullable String plan) {
        var bars = new ArrayList<StayBar>();
        LocalDate first = null;
        Blackout barring = null;
        for (var blackout : rules.blackouts()) {
            var night = blackout.from().isBefore(checkIn) ? checkIn : blackout.from();
            boolean meets = night.isBefore(checkOut) && !night.isAfter(blackout.to());
            if (meets && (first == null || night.isBefore(first))) {
                first = night;
                barring = blackout;
            }
        }
        if (barring != null) {
            bars.add(new StayBar("blackout", first, "from=" + barring.from() + " to=" + barring.to()));
        }
        if (channel != null && rules.excludedChannels().contains(channel.toLowerCase(Locale.ROOT))) {
            bars.add(new StayBar("channel", null, "channel=" + channel.toLowerCase(Locale.ROOT)));
        }
        if (plan != null && rules.excludedPlans().contains(plan)) {
            bars.add(new StayBar("plan", null, "plan=" + plan));
        }
        return bars;
    }

    private static Reason reason(TypeFacts type, String rule, @Nullable LocalDate night, String detail) {
        return new Reason(type.code(), "upgrade.rule." + rule, night, detail);
    }
}
