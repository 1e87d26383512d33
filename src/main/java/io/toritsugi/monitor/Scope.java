package io.toritsugi.monitor;

import io.toritsugi.access.GuestPrivacy;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a look at the house is about, and for whom.
 *
 * @param hotelId null for all hotels
 * @param now the moment that all of it is about
 */
record Scope(@Nullable Integer hotelId, Instant now, Locale language, GuestPrivacy privacy) {

    /** The moment as the database takes it. */
    OffsetDateTime moment() {
        return now.atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime in(ZoneId zone) {
        return now.atZone(zone).toOffsetDateTime();
    }
}
