package io.toritsugi.mapping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A room code that open failures wait for.
 *
 * @param channel the OTA that sends it
 * @param names what its telegrams call it; the newest hundred are looked at
 * @param groups NetRmTypeGroupCode of its telegrams, likewise
 * @param failures how many open failures wait for it
 * @param nearestArrival the first check-in date among them
 * @param firstSeen when the first of them came
 * @param lastSeen when the last of them came
 * @param proposals the best first; empty when nothing is known
 */
@Schema(name = "UnmappedCode")
record UnmappedCode(
        @Schema(example = "jalan") String channel,
        @Schema(example = "0011") String code,
        List<String> names,
        List<String> groups,
        int failures,
        LocalDate nearestArrival,
        OffsetDateTime firstSeen,
        OffsetDateTime lastSeen,
        List<Proposal> proposals) {

    UnmappedCode with(List<Proposal> made) {
        return new UnmappedCode(channel, code, names, groups, failures, nearestArrival, firstSeen, lastSeen, made);
    }

    /** The value by which the list is sorted. */
    List<String> place() {
        return List.of(nearestArrival.toString(), channel, code);
    }
}
