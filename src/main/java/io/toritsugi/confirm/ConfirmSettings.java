package io.toritsugi.confirm;

import io.toritsugi.link.BackOff;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a confirmation that failed is tried again by itself: {@code min(cap, base × 2^n)}, a tenth more or less.
 *
 * @param base the wait before the second attempt
 * @param cap the longest wait
 * @param attempts how many there are before a person is called
 */
@ConfigurationProperties("toritsugi.confirm")
record ConfirmSettings(
        @DefaultValue("1m") Duration base,
        @DefaultValue("60m") Duration cap,
        @DefaultValue("8") int attempts) {

    ConfirmSettings {
        if (attempts < 1) {
            throw new IllegalArgumentException("toritsugi.confirm: expected attempts >= 1, found " + attempts);
        }
    }

    BackOff schedule() {
        return new BackOff(base, cap);
    }
}
