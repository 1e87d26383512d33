package io.toritsugi.retry;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.conformance.House;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A failure as a test looks at it: over the API, and by its attempts in the log. */
record Case(House house, long id, long telegram) {

    /** The failure of a telegram that was just sent, by its line of the receipt. */
    static Case of(House house, JsonNode line) {
        long telegram = line.get("id").asLong();
        for (var failure : house.admin
                .get("/api/v1/failures?hotel=" + house.hotel + "&limit=500")
                .expect(200)
                .items()) {
            if (failure.get("telegramId").asLong() == telegram) {
                return new Case(house, failure.get("id").asLong(), telegram);
            }
        }
        throw new AssertionError("No open failure of " + line);
    }

    String path(String rest) {
        return "/api/v1/failures/" + id + rest;
    }

    JsonNode show() {
        return house.admin
                .with("Accept-Language", "en")
                .get(path(""))
                .expect(200)
                .json();
    }

    String state() {
        return show().get("state").asText();
    }

    int attempts() {
        return show().get("attempts").asInt();
    }

    int version() {
        return show().get("version").asInt();
    }

    Http.Answer act(String action, Map<String, ?> body) {
        return house.as("OPERATOR").with("Accept-Language", "en").post(path("/" + action), body);
    }

    JsonNode telegramCase() {
        return house.admin.get("/api/v1/imports/" + telegram).expect(200).json();
    }

    String outcome() {
        return telegramCase().get("outcome").asText();
    }

    /** The triggers of all attempts, the first first. */
    List<String> tries(JdbcClient jdbc) {
        return jdbc.sql("select trigger from attempt where telegram_id = :telegram order by id")
                .param("telegram", telegram)
                .query(String.class)
                .list();
    }

    JsonNode reservation(String bookingNumber) {
        return house.admin
                .get(house.path("/reservations?bookingNumber=" + bookingNumber))
                .expect(200)
                .items()
                .path(0);
    }
}
