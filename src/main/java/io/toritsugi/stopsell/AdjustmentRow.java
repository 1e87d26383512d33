package io.toritsugi.stopsell;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One figure of a request, as it is stored and shown.
 *
 * @param group the net room-type group
 * @param remaining rooms left to sell, as they were sent; null when it is not sent yet
 * @param result null while nobody knows
 * @param code TL-Lincoln's own code where it refused; null when it named none
 */
@Schema(name = "StopSellRow")
record AdjustmentRow(
        String group,
        LocalDate night,
        StopSellAction sale,
        @Nullable Integer remaining,
        @Nullable Result result,
        @Nullable String code) {

    /** What became of it. */
    enum Result {
        DONE,
        REFUSED;

        @JsonValue
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static AdjustmentRow of(String group, LocalDate night, StopSellAction sale) {
        return new AdjustmentRow(group, night, sale, null, null, null);
    }

    AdjustmentRow with(int rooms) {
        return new AdjustmentRow(group, night, sale, rooms, null, null);
    }

    AdjustmentRow with(Result became, @Nullable String because) {
        return new AdjustmentRow(group, night, sale, remaining, became, because);
    }

    /** The same figure, to be sent once more. */
    AdjustmentRow anew() {
        return of(group, night, sale);
    }

    boolean refused() {
        return result == Result.REFUSED;
    }
}
