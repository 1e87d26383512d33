package io.toritsugi.booking;

import java.util.Locale;

/** What staff should know of a booking that was imported all the same. Declared in the order of domain notes §11. */
enum Flag {
    ROUNDING_ABSORBED_LAST_NIGHT,
    AMOUNT_MISMATCH,
    CHECK_OUT_DERIVED,
    NIGHTS_MISMATCH,
    ROOM_COUNT_MISMATCH,
    ROOM_MOVE,
    PAX_SPLIT_EVENLY,
    SETTLEMENT_REVIEW,
    /** Spelled with the mark behind a colon, once for each mark. */
    NAME_MARK,
    NAME_FROM_TELEGRAM_TEXT,
    NAME_DAMAGED,
    AMOUNT_IS_NET_OF_COMMISSION,
    UNKNOWN_CHANNEL,
    /** A person corrected what was sent. */
    CORRECTED_BY_HAND;

    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
