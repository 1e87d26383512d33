package io.toritsugi.telegram;

import java.io.IOException;

/** Our own guards below the parser have ended the reading; the parser passes it on as an error of its source. */
final class ReadingStoppedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Which guard it was. */
    enum Reason {
        MALFORMED,
        CUT_OFF,
        TOO_LONG_A_STEP,
        TOO_SLOW
    }

    private final Reason reason;

    ReadingStoppedException(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
