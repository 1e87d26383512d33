package io.toritsugi.stopsell;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/**
 * Makes request ids: 8 characters, new for every request (domain notes §4.6). Drawn and not counted, so that a database that
 * was set back does not give an id again that TL-Lincoln knows; of those that the house knows, a unique key is the guard.
 */
@Component
class RequestIds {

    /** Without those that are easily misread on the telephone. */
    private static final String CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;

    private final RandomGenerator random = new SecureRandom();

    String next() {
        var id = new StringBuilder(LENGTH);
        for (int place = 0; place < LENGTH; place++) {
            id.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return id.toString();
    }
}
