package io.toritsugi.notify.live;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What one can listen to, for one hotel or for all that one may see. */
enum Topic {
    /** How each telegram ended. */
    IMPORTS,
    /** Cached failures: opened, changed, resolved, dismissed. */
    FAILURES,
    /** How far bulk operations are. */
    BULK,
    /** All else that a page shows: incidents, outputs, the link, and that mappings, hierarchy or rooms changed. */
    OVERVIEW;

    static final List<String> NAMES = Stream.of(values()).map(Topic::spelling).toList();

    /** As in the outbox, in messages and in routes. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Topic> of(String spelling) {
        return Stream.of(values())
                .filter(topic -> topic.spelling().equals(spelling))
                .findFirst();
    }
}
