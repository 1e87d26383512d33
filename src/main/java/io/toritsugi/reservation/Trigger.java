package io.toritsugi.reservation;

import java.util.Locale;

/** Why a telegram was worked on (R6.1). */
public enum Trigger {
    INITIAL,
    RETRY,
    MANUAL;

    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
