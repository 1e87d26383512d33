package io.toritsugi.notify.live;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultComponent;
import org.springframework.stereotype.Component;

/**
 * The live feed in routes, to be written to. {@code live:<topic>?kind=…} tells of something, to all nodes and to who asks later;
 * {@code live:listeners} hands what was found in the outbox to who listens here (docs/guides/live.md).
 */
@Component("live")
class LiveComponent extends DefaultComponent {

    private static final String LISTENERS = "listeners";

    private final LiveFeed feed;
    private final CatchUp catchUp;
    private final Outbox outbox;
    private final HotelAccess hotels;

    LiveComponent(CamelContext camel, LiveFeed feed, CatchUp catchUp, Outbox outbox, HotelAccess hotels) {
        super(camel);
        this.feed = feed;
        this.catchUp = catchUp;
        this.outbox = outbox;
        this.hotels = hotels;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        if (remaining.equals(LISTENERS)) {
            return new LiveEndpoint(uri, this, this::hand);
        }
        var topic = Topic.of(remaining)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no topic %s; there are %s".formatted(remaining, Topic.NAMES)));
        var kind = getAndRemoveParameter(parameters, "kind", String.class);
        if (kind == null || kind.isBlank()) {
            throw new IllegalArgumentException("live:%s needs a kind, such as kind=stock.counted".formatted(remaining));
        }
        var hotel = getAndRemoveParameter(parameters, "hotel", String.class);
        return new LiveEndpoint(uri, this, new TellOf(topic, kind, hotel, outbox, this::hotelId));
    }

    private void hand(Exchange exchange) throws InvalidPayloadException {
        feed.hand(exchange.getMessage().getMandatoryBody(NewEvents.class), catchUp::goOn);
    }

    private int hotelId(String code) {
        return hotels.require(Caller.SYSTEM, code).id();
    }
}
