package io.toritsugi.mapping;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/**
 * A room type that a code or a group may stand for. A person decides; nothing is mapped by it (domain notes §7).
 *
 * @param score from 0 to 1, to be compared with that of other proposals
 * @param basis what it is drawn from: the group, the mapped codes of the group, or the two names that are alike
 */
@Schema(name = "RoomTypeProposal")
record Proposal(
        @Schema(example = "TWN") String roomType,

        @Schema(
                type = "string",
                allowableValues = {"group", "codes_of_group", "name"})
        Reason reason,

        @Schema(example = "0.9") double score,
        List<String> basis) {

    /** Why. */
    enum Reason {
        /** Its net room-type group stands for that type. */
        GROUP,
        /** The other codes of its group are mapped, all to that type. */
        CODES_OF_GROUP,
        /** The names are alike. */
        NAME;

        @JsonValue
        String spelling() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
