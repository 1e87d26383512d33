package io.toritsugi.inventory;

import io.swagger.v3.oas.annotations.media.Schema;

/** A hotel as the API shows it; {@code horizonDays} is how many nights ahead availability is kept in memory. */
record Hotel(
        @Schema(example = "SMP") String code,
        @Schema(example = "見本ホテル") String name,
        @Schema(example = "Asia/Tokyo") String timeZone,
        ConfirmPolicy confirmPolicy,
        @Schema(example = "540") int horizonDays) {

    /** When an output is confirmed towards TL-Lincoln (domain notes §3). */
    enum ConfirmPolicy {
        STORED,
        ALL_RESOLVED
    }
}
