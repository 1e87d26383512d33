package io.toritsugi.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http.Answer;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class RetryByHandTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final Duration SOON = Duration.ofSeconds(20);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private House house;

    @BeforeEach
    void open_a_house() {
        house = House.open(port);
    }

    @Test
    void a_retry_by_hand_is_an_attempt_of_its_own_and_on_record() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var failure = failure();

        var ordered = retry(failure).expect(202).json();

        assertThat(ordered.get("state").asText()).isEqualTo("retrying");
        assertThat(ordered.at("/actions/0/action").asText()).isEqualTo("retry");
        await().atMost(SOON).until(() -> attempts(failure).equals(List.of("initial", "manual")));
        await().atMost(SOON).until(() -> failure().get("state").asText().equals("waiting"));
        assertThat(failure().get("attempts").asInt()).isEqualTo(2);
        assertThat(house.admin
                        .get("/api/v1/audit?action=failure.retry&hotel=" + house.hotel)
                        .items()
                        .findValuesAsText("subject"))
                .containsExactly("failure/" + failure.get("id").asLong());
    }

    @Test
    void an_escalated_failure_that_can_heal_does_so_by_a_retry_by_hand() {
        var line = house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var failure = failure();
        jdbc.sql("update import_failure set state = 'escalated', attempts = 8 where id = :id")
                .param("id", failure.get("id").asLong())
                .update();
        jdbc.sql("delete from retry_queue where failure_id = :id")
                .param("id", failure.get("id").asLong())
                .update();

        retry(failure).expect(202);
        await().atMost(SOON).until(() -> failure().get("state").asText().equals("escalated"));
        house.admin
                .post(house.path("/mappings"), Map.of("channel", "*", "code", "9999", "roomType", "TWN"))
                .expect(201);

        await().atMost(SOON).until(() -> closed(failure));
        assertThat(retry(failure).problem()).isEqualTo("failure.closed");
        assertThat(house.admin
                        .get("/api/v1/imports/" + line.get("id"))
                        .json()
                        .get("outcome")
                        .asText())
                .isEqualTo("imported");
    }

    @Test
    void a_retry_that_was_never_fed_is_taken_from_the_queue() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var failure = failure();
        retry(failure).expect(202);
        await().atMost(SOON).until(() -> failure().get("state").asText().equals("waiting"));

        // As a crash right behind the commit would have left it, its lease run out.
        jdbc.sql("""
                        update retry_queue
                        set due_at = now(), leased_by = 'by hand', lease_until = now() - interval '1 second'
                        where failure_id = :id
                        """).param("id", failure.get("id").asLong()).update();

        await().atMost(SOON).until(() -> attempts(failure).size() == 3);
        assertThat(attempts(failure)).containsExactly("initial", "manual", "retry");
    }

    @Test
    void a_damaged_telegram_fails_again_and_stays_escalated() {
        house.deliver("<html>".getBytes(StandardCharsets.UTF_8));
        var failure = failure();

        retry(failure).expect(202);

        await().atMost(SOON).until(() -> attempts(failure).equals(List.of("initial", "manual")));
        await().atMost(SOON).until(() -> failure().get("state").asText().equals("escalated"));
        assertThat(failure().get("nextAttemptAt").isNull()).isTrue();
    }

    @Test
    void a_telegram_that_is_too_long_to_be_read_is_not_tried_again() {
        var booking = House.booking("TARO MIHON", ARRIVAL);
        var answer = TelegramDocument.answer(List.of(booking))
                .replace("</BasicInformation>", "<!--" + "x".repeat(3_000_000) + "--></BasicInformation>");
        house.deliver(answer.getBytes(StandardCharsets.UTF_8));

        var answered = house.admin
                .with("Accept-Language", "en")
                .send("POST", "/api/v1/failures/" + failure().get("id") + "/retry", new byte[0]);

        assertThat(answered.status()).isEqualTo(409);
        assertThat(answered.problem()).isEqualTo("failure.too_long");
        assertThat(answered.json().get("detail").asText()).contains("2097152");
        assertThat(failure().get("state").asText()).isEqualTo("escalated");
    }

    @Test
    void a_retry_needs_an_operator_of_the_hotel() {
        house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        var path = "/api/v1/failures/" + failure().get("id") + "/retry";

        assertThat(house.as("VIEWER").send("POST", path, new byte[0]).status()).isEqualTo(403);
        assertThat(house.stranger("ADMIN").send("POST", path, new byte[0]).problem())
                .isEqualTo("access.forbidden_hotel");
        assertThat(house.admin
                        .send("POST", "/api/v1/failures/999999999/retry", new byte[0])
                        .problem())
                .isEqualTo("failure.unknown");
        assertThat(failure().get("state").asText()).isEqualTo("waiting");
    }

    private Answer retry(JsonNode failure) {
        return house.as("OPERATOR").send("POST", "/api/v1/failures/" + failure.get("id") + "/retry", new byte[0]);
    }

    private JsonNode failure() {
        return house.admin
                .get("/api/v1/failures?hotel=" + house.hotel)
                .expect(200)
                .items()
                .path(0);
    }

    private boolean closed(JsonNode failure) {
        return house.admin
                .get("/api/v1/failures/" + failure.get("id"))
                .json()
                .get("state")
                .asText()
                .equals("resolved");
    }

    private List<String> attempts(JsonNode failure) {
        return jdbc.sql("select trigger from attempt where telegram_id = :telegram order by id")
                .param("telegram", failure.get("telegramId").asLong())
                .query(String.class)
                .list();
    }
}
