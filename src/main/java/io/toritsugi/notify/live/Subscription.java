package io.toritsugi.notify.live;

import io.toritsugi.access.Caller;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What somebody listens to; all of it is his to see. */
record Subscription(List<Part> parts) {

    static final Subscription NOTHING = new Subscription(List.of());

    /**
     * One topic.
     *
     * @param name as it was asked for: {@code failures:SMP}, {@code failures:*}
     * @param hotelId null for all hotels and the whole house
     */
    record Part(String name, Topic topic, @Nullable Integer hotelId) {

        /** {@code failures:*} means the one hotel of a caller who has only one. */
        static Part ofAll(String name, Topic topic, Caller caller) {
            return new Part(name, topic, caller.hotelId());
        }

        boolean wants(LiveEvent event) {
            return topic.spelling().equals(event.topic()) && (hotelId == null || hotelId.equals(event.hotelId()));
        }
    }

    Subscription {
        parts = List.copyOf(parts);
    }

    boolean wants(LiveEvent event) {
        return parts.stream().anyMatch(part -> part.wants(event));
    }

    /** The topics, for a search that finds no less than is wanted. */
    Collection<String> topics() {
        return parts.stream().map(part -> part.topic().spelling()).collect(Collectors.toSet());
    }

    /** The hotels, likewise; null for all. */
    @Nullable
    Collection<Integer> hotels() {
        boolean all = parts.stream().anyMatch(part -> part.hotelId() == null);
        return all
                ? null
                : parts.stream().map(Part::hotelId).map(Objects::requireNonNull).collect(Collectors.toSet());
    }
}
