package io.toritsugi.database;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/** Identities that sort by the time they were made: UUID version 7 (RFC 9562). */
public final class TimeOrderedId {

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /** A new identity of this moment, to the millisecond. */
    public static UUID at(Instant moment) {
        long random = RANDOM.nextLong();
        long high = (moment.toEpochMilli() << 16) | 0x7000L | ((random >>> 52) & 0x0fffL);
        long low = (random & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    /**
     * The moment at which an identity was made.
     *
     * @throws IllegalArgumentException when it is no version 7
     */
    public static Instant momentOf(UUID id) {
        if (id.version() != 7) {
            throw new IllegalArgumentException(id + " is no UUID of version 7");
        }
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }
}
