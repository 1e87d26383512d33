package io.toritsugi.upgrade.cascade;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * That there is no cascade, and how that is known.
 *
 * @param code {@code cascade.not_needed}, {@code cascade.none}, {@code cascade.direct} or {@code cascade.not_proven}
 */
@Schema(name = "CascadeNone")
record NoCascade(
        @Schema(
                allowableValues = {NOT_NEEDED, NONE, DIRECT, NOT_PROVEN},
                description =
                        "Nothing has to move; nothing works within the limits; nothing is cheaper than an upgrade that is "
                                + "free; the time was up before either was known")
        String code,

        CascadeEvidence proof) {

    static final String NOT_NEEDED = "cascade.not_needed";
    static final String NONE = "cascade.none";
    static final String DIRECT = "cascade.direct";
    static final String NOT_PROVEN = "cascade.not_proven";
}
