package io.toritsugi.upgrade.cascade;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a cascade was found, or how it is known that there is none, and within which limits that holds.
 *
 * @param method how it was found or ruled out
 * @param proven whether nothing better exists within the limits; false only when the time was up
 * @param window whose bookings were looked at
 * @param mostRooms how many rooms a cascade may move
 * @param timeLimitMillis how long was looked at most
 * @param bookings the rooms in the window
 * @param model the largest model that was solved; null where none was needed
 * @param types where the stay could be: the requested type first
 */
@Schema(name = "CascadeEvidence")
@JsonInclude(JsonInclude.Include.ALWAYS)
record CascadeEvidence(
        Solved.Method method,
        boolean proven,
        Window window,
        int mostRooms,
        long timeLimitMillis,
        Rooms bookings,
        @Nullable Model model,
        List<Candidate> types) {

    /** From the first night to the day after the last; what is not wholly inside is not moved. */
    @Schema(name = "CascadeWindow")
    record Window(LocalDate from, LocalDate to) {}

    /**
     * The rooms that begin in the window.
     *
     * @param placed how many there are
     * @param movable how many of them may be moved
     * @param fixed how many may not, and why
     */
    @Schema(name = "CascadeRooms")
    record Rooms(
            int placed,
            int movable,

            @Schema(example = "{\"locked\": 2, \"frozen\": 14}")
            Map<String, Integer> fixed) {}

    /** The size of an integer programme. */
    @Schema(name = "CascadeModel")
    record Model(int variables, int constraints) {}

    /**
     * A type in which the stay could be.
     *
     * @param path how the hierarchy leads there; the type alone where it is the requested one or barred
     * @param code {@code upgrade.free} where nobody has to move, the rule that bars it, {@code cascade.too_few_movable} where
     *     counting rules it out; null where it was searched
     * @param cost whole yen that the better room is given away for; null where it is barred
     * @param nights on which rooms lack
     */
    @Schema(name = "CascadeCandidate")
    record Candidate(
            @Schema(example = "DBL") String roomType,
            List<String> path,

            @Schema(example = "upgrade.rule.smoking") @Nullable
            String code,

            @Nullable Long cost,
            List<Night> nights) {}

    /**
     * A night on which rooms lack.
     *
     * @param lacking how many have to leave
     * @param movable how many of those that are there may be moved at all
     */
    @Schema(name = "CascadeNight")
    record Night(LocalDate date, int lacking, int movable) {}
}
