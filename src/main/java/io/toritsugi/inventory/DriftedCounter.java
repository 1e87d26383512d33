package io.toritsugi.inventory;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number that is not what it follows from.
 *
 * @param roomType the code of the type
 * @param date the night; null where it is not of a night
 * @param expected what it follows from says
 * @param found what was kept
 */
@Schema(name = "DriftedCounter")
public record DriftedCounter(
        @Schema(example = "TWN") String roomType, @Nullable LocalDate date, Counter counter, int expected, int found) {

    /** Which of the numbers; a mark and the existence of a type count as 1. */
    public enum Counter {
        SOLD("sold"),
        ROOMS("rooms"),
        OUT_OF_ORDER("outOfOrder"),
        OVERBOOKING("overbooking"),
        FREE("free"),
        STOP_SELL("stopSell"),
        CAPACITY("capacity"),
        SMOKING("smoking"),
        BASE_RATE("baseRate"),
        ROOM_TYPE("roomType");

        private final String spelling;

        Counter(String spelling) {
            this.spelling = spelling;
        }

        /** As in the API. */
        @JsonValue
        public String spelling() {
            return spelling;
        }
    }
}
