package io.toritsugi.stopsell;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/**
 * What a hotel wants done by itself about stop-sells.
 *
 * @param mode who sends a stop
 * @param reopenAutomatically whether nights that we stopped are sold again by themselves when rooms are free; else a person
 *     approves it
 * @param keepClosedMargin so many rooms are kept: a night is sold again when more than these are free
 * @param rowsPerBatch the most figures in one request
 * @param daysPerBatch the most nights from the first to the last of one request
 */
@Schema(name = "StopSellPolicy")
record StopSellPolicy(
        Mode mode,
        boolean reopenAutomatically,

        @Schema(description = "A night is sold again when more than so many rooms are free", example = "0")
        int keepClosedMargin,

        @Schema(description = "Figures in one request; the connection's own limit holds as well", example = "30")
        int rowsPerBatch,

        @Schema(description = "Nights in one request, from the first to the last", example = "30")
        int daysPerBatch) {

    /** Of a hotel that has set nothing. */
    static final StopSellPolicy BY_HAND = new StopSellPolicy(Mode.HAND, false, 0, 30, 30);

    /** Who sends a stop. */
    enum Mode {
        /** A person approves each. */
        HAND,
        /** It is sent at once. */
        RULE;

        @JsonValue
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
