package io.toritsugi.mapping;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A code that TL-Lincoln has in use and nobody has mapped.
 *
 * @param names what its sales offices call it
 * @param groups its net room-type groups; usually one
 * @param proposals the best first; not empty
 */
@Schema(name = "ProposedMapping")
record ProposedMapping(
        @Schema(example = "jalan") String channel,
        @Schema(example = "0002") String code,
        List<String> names,
        List<String> groups,
        List<Proposal> proposals) {

    /** The value by which the list is sorted. */
    List<String> place() {
        return List.of(channel, code);
    }
}
