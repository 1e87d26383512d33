package io.toritsugi.notify.live;

import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;

/**
 * Tells of what an exchange brings: its body, a map, is the event's data. Written in the transaction of the route where it has
 * one, so that nobody hears of what is rolled back.
 */
final class TellOf implements Processor {

    /** The header that names the hotel where the endpoint does not; neither means the whole house. */
    static final String HOTEL = "hotel";

    private final Topic topic;
    private final String kind;
    private final @Nullable String hotel;
    private final Outbox outbox;
    private final ToIntFunction<String> hotelId;

    TellOf(Topic topic, String kind, @Nullable String hotel, Outbox outbox, ToIntFunction<String> hotelId) {
        this.topic = topic;
        this.kind = kind;
        this.hotel = hotel;
        this.outbox = outbox;
        this.hotelId = hotelId;
    }

    @Override
    public void process(Exchange exchange) throws InvalidPayloadException {
        var message = exchange.getMessage();
        var code = hotel != null ? hotel : message.getHeader(HOTEL, String.class);
        var data = message.getMandatoryBody(Map.class);
        outbox.record(code == null ? null : hotelId.applyAsInt(code), topic.spelling(), kind, data);
    }
}
