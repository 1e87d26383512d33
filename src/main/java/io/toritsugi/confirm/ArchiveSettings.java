package io.toritsugi.confirm;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What becomes of cached failures that are over.
 *
 * @param after how long one stays in the lists after it was resolved
 * @param payload what becomes of the booking in the PMS's form and of the suggestion that were cached with it; the telegram's
 *     own bytes are kept in any case
 */
@ConfigurationProperties("toritsugi.archive")
record ArchiveSettings(
        @DefaultValue("10m") Duration after,
        @DefaultValue("clear") Payload payload) {

    /** The two policies. */
    enum Payload {
        CLEAR,
        KEEP
    }
}
