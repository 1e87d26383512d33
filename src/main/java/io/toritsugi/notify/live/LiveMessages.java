package io.toritsugi.notify.live;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The messages to clients, as they go over the wire (docs/guides/live.md). */
@Component
class LiveMessages {

    private final ObjectMapper json;
    private final Clock clock;

    LiveMessages(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /**
     * How things stand.
     *
     * @param gap whether what was missed cannot be told any more
     */
    Message snapshot(Cursor cursor, boolean gap, Map<String, JsonNode> topics) {
        return message("snapshot", cursor, out -> {
            out.writeStringField("at", clock.instant().toString());
            out.writeBooleanField("gap", gap);
            out.writeObjectField("topics", topics);
        });
    }

    Message event(LiveEvent event, Cursor cursor) {
        return message("event", cursor, out -> {
            out.writeStringField("topic", event.topicOfHotel());
            out.writeStringField("kind", event.kind());
            out.writeStringField("at", event.at().toString());
            out.writeFieldName("data");
            out.writeRawValue(event.data());
        });
    }

    /** Nothing happened that was not told. */
    Message heartbeat(Cursor cursor) {
        return message(
                "heartbeat",
                cursor,
                out -> out.writeStringField("at", clock.instant().toString()));
    }

    /** Messages were left out: subscribe again after this cursor. */
    Message resync(Cursor cursor) {
        return message("resync", cursor, out -> {});
    }

    Message error(String code, String message) {
        return message("error", null, out -> {
            out.writeStringField("code", code);
            out.writeStringField("message", message);
        });
    }

    /** One message, written once for all who get it. */
    record Message(String text) {}

    private Message message(String type, @Nullable Cursor cursor, Fields fields) {
        var text = new StringWriter();
        try (var out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("type", type);
            if (cursor != null) {
                out.writeStringField("cursor", cursor.toString());
            }
            fields.write(out);
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A message of type " + type + " could not be written", impossible);
        }
        return new Message(text.toString());
    }

    private interface Fields {
        void write(JsonGenerator out) throws IOException;
    }
}
