package io.toritsugi.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Writes a route's answer as the rest of the API writes JSON. */
@Component("routeJson")
class RouteJson {

    private final ObjectMapper json;

    RouteJson(ObjectMapper json) {
        this.json = json;
    }

    public byte[] write(@Body Object answer, Exchange exchange) throws JsonProcessingException {
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
        return json.writeValueAsBytes(answer);
    }
}
