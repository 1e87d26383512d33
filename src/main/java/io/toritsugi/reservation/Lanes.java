package io.toritsugi.reservation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many lanes there are. A lane owns whole hotels: whatever concerns one hotel is done in one line, in the order in which
 * it arrived, so that between bookings that want the last room the first to arrive has it (domain notes §8.3).
 *
 * @param count as many as there are templated routes {@code import-N} and {@code lane-N}
 */
@ConfigurationProperties("toritsugi.lanes")
public record Lanes(@DefaultValue("2") int count) {

    public Lanes {
        if (count < 1) {
            throw new IllegalArgumentException("toritsugi.lanes.count: expected at least 1, found " + count);
        }
    }

    /** The number of the lane that owns a hotel, from 0. */
    public int of(int hotelId) {
        return Math.floorMod(hotelId, count);
    }
}
