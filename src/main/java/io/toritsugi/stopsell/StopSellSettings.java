package io.toritsugi.stopsell;

import io.toritsugi.link.BackOff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How TL-Lincoln is told of stock, for all hotels; what is particular to a hotel is its {@link StopSellPolicy}.
 *
 * @param base the wait before the second attempt; the next ones are {@code min(cap, base × 2^n)}, a tenth more or less
 * @param cap the longest wait
 * @param attempts how many there are before a person is called
 * @param pause between the requests of one proposal (domain notes §4.6)
 * @param talks for how many hotels this node speaks about stock at once
 * @param daysPerSearch how many nights one stock search asks for, 30 at most (domain notes §4.6)
 * @param keepComparisons for how long a comparison of stock is kept after its end
 */
@ConfigurationProperties("toritsugi.stop-sell")
record StopSellSettings(
        @DefaultValue("1m") Duration base,
        @DefaultValue("60m") Duration cap,
        @DefaultValue("8") int attempts,
        @DefaultValue("2s") Duration pause,
        @DefaultValue("4") int talks,
        @DefaultValue("29") int daysPerSearch,
        @DefaultValue("90d") Duration keepComparisons) {

    StopSellSettings {
        if (attempts < 1 || talks < 1 || pause.isNegative() || daysPerSearch < 1 || daysPerSearch > 30) {
            throw new IllegalArgumentException(
                    "toritsugi.stop-sell: expected attempts >= 1, talks >= 1, pause >= 0 and 1 <= days-per-search <= 30, found "
                            + attempts + ", " + talks + ", " + pause + ", " + daysPerSearch);
        }
    }

    BackOff schedule() {
        return new BackOff(base, cap);
    }
}
