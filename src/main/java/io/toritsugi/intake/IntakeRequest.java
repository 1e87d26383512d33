package io.toritsugi.intake;

import io.toritsugi.access.HotelRef;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that stands at the HTTP door: let in, not yet read.
 *
 * @param charset the charset that Content-Type names; null when none
 * @param patience how long the sender wants to wait for outcomes
 */
record IntakeRequest(
        HotelRef hotel,
        @Nullable Long apiKeyId,
        InputStream body,
        boolean gzip,
        @Nullable String charset,
        Duration patience,
        Locale language) {}
