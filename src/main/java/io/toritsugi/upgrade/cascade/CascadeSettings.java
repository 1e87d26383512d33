package io.toritsugi.upgrade.cascade;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far cascades are looked for where a request does not say, and how long.
 *
 * @param window days before the first night and after the last whose bookings may be moved
 * @param mostRooms how many rooms may be moved at most
 * @param timeLimit how long one request may look
 * @param keep how long a proposal waits for somebody before it is outdated
 */
@ConfigurationProperties("toritsugi.cascades")
record CascadeSettings(
        @DefaultValue("7") int window,
        @DefaultValue("6") int mostRooms,
        @DefaultValue("5s") Duration timeLimit,
        @DefaultValue("1d") Duration keep) {

    static final int WIDEST_WINDOW = 30;
    static final int MOST_ROOMS = 20;

    CascadeSettings {
        if (window < 0 || window > WIDEST_WINDOW || mostRooms < 1 || mostRooms > MOST_ROOMS) {
            throw new IllegalArgumentException(
                    "toritsugi.cascades: expected window 0 to 30 and most-rooms 1 to 20, found " + window + " and "
                            + mostRooms);
        }
        if (timeLimit.isNegative() || timeLimit.isZero() || keep.isNegative() || keep.isZero()) {
            throw new IllegalArgumentException(
                    "toritsugi.cascades: expected time-limit and keep > 0, found " + timeLimit + " and " + keep);
        }
    }

    /** The limits of a request. */
    CascadeLimits limits(@Nullable Integer askedWindow, @Nullable Integer askedRooms) {
        return new CascadeLimits(
                askedWindow == null ? window : askedWindow, askedRooms == null ? mostRooms : askedRooms, timeLimit);
    }
}
