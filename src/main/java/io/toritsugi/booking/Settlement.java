package io.toritsugi.booking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who collects the money (domain notes §6.5). */
public enum Settlement {
    ON_SITE,
    CARD_PREPAID,
    AGENT_PREPAID,
    CORPORATE,
    PARTIAL;

    /** The spelling of the API and of the database: {@code on_site}, {@code card_prepaid}, … */
    @JsonValue
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }
}
