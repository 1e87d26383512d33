package io.toritsugi.notify.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.util.ArrayList;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a client sends: {@code {"subscribe":["failures:SMP"],"after":"…"}}. Refuses a hotel that is not the caller's. */
@Component
class ReadSubscription {

    private static final int MOST_TOPICS = 100;

    private final ObjectMapper json;
    private final HotelAccess hotels;

    ReadSubscription(ObjectMapper json, HotelAccess hotels) {
        this.json = json;
        this.hotels = hotels;
    }

    /**
     * What is wanted.
     *
     * @param after the cursor to go on from; null to begin now
     */
    record Wanted(Subscription subscription, @Nullable String after) {}

    /**
     * Reads a message.
     *
     * @throws ProblemException {@code live.unreadable}, {@code live.unknown_topic}, {@code access.forbidden_hotel},
     *     {@code hotel.unknown}
     */
    Wanted read(String message, Caller caller) {
        var asked = document(message);
        var topics = asked.path("subscribe");
        var after = asked.path("after");
        if (!topics.isArray()
                || topics.size() > MOST_TOPICS
                || !(after.isMissingNode() || after.isNull() || after.isTextual())) {
            throw new ProblemException(ProblemCode.LIVE_UNREADABLE);
        }
        var parts = new ArrayList<Subscription.Part>();
        for (var topic : topics) {
            parts.add(part(topic.asText(), caller));
        }
        return new Wanted(new Subscription(parts), after.textValue());
    }

    private JsonNode document(String message) {
        try {
            return json.readTree(message);
        } catch (JsonProcessingException notJson) {
            throw new ProblemException(ProblemCode.LIVE_UNREADABLE);
        }
    }

    private Subscription.Part part(String name, Caller caller) {
        int colon = name.indexOf(':');
        var topic = Topic.of(colon < 0 ? name : name.substring(0, colon))
                .filter(known -> colon > 0)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.LIVE_UNKNOWN_TOPIC,
                        Map.of("topic", name.substring(0, Math.min(40, name.length())))));
        var hotel = name.substring(colon + 1);
        return hotel.equals("*")
                ? Subscription.Part.ofAll(name, topic, caller)
                : new Subscription.Part(
                        name, topic, hotels.require(caller, hotel).id());
    }
}
