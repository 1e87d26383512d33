package io.toritsugi.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.toritsugi.api.Http.Answer;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often a hotel's failures are tried, and what happens when that is enough (R4.1, R4.4). */
@HttpTest
class RetryPolicyOverHttpTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final Duration SOON = Duration.ofSeconds(30);

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
    void a_hotel_goes_by_the_house_until_it_sets_its_own() {
        var before = house.admin.get(house.path("/retry-policy")).expect(200).json();

        var after = set(2, 5, 3).expect(200).json();

        assertThat(before.toString()).isEqualTo("{\"baseSeconds\":60,\"capSeconds\":3600,\"attempts\":8}");
        assertThat(after.toString()).isEqualTo("{\"baseSeconds\":2,\"capSeconds\":5,\"attempts\":3}");
        assertThat(house.as("VIEWER").get(house.path("/retry-policy")).json()).isEqualTo(after);
        var record = house.admin
                .get("/api/v1/audit?action=retry_policy.changed&hotel=" + house.hotel)
                .items();
        assertThat(record).hasSize(1);
        assertThat(record.at("/0/before/attempts").asInt()).isEqualTo(8);
        assertThat(record.at("/0/after/attempts").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0,60,8", "60,30,8", "60,3600,0", "60,3600,101", "90000,600000,8"})
    void waits_that_make_no_sense_are_refused(int base, int cap, int attempts) {
        assertThat(set(base, cap, attempts).problem()).isEqualTo("request.invalid");
    }

    @Test
    void only_a_manager_of_the_hotel_may_change_it() {
        var wanted = Map.of("baseSeconds", 1, "capSeconds", 2, "attempts", 3);

        assertThat(house.as("OPERATOR").put(house.path("/retry-policy"), wanted).status())
                .isEqualTo(403);
        assertThat(house.stranger("ADMIN")
                        .put(house.path("/retry-policy"), wanted)
                        .problem())
                .isEqualTo("access.forbidden_hotel");
        house.as("MANAGER").put(house.path("/retry-policy"), wanted).expect(200);
    }

    @Test
    void a_shorter_cap_brings_forward_what_waits_longer() {
        var failure = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));
        var dueBefore = OffsetDateTime.parse(failure.show().get("nextAttemptAt").asText());

        set(5, 5, 8).expect(200);

        assertThat(OffsetDateTime.parse(failure.show().get("nextAttemptAt").asText()))
                .isBefore(dueBefore.minusSeconds(30));
        await().atMost(SOON).until(() -> failure.attempts() >= 2);
    }

    @Test
    void when_the_attempts_are_used_up_it_is_escalated_with_an_incident() {
        set(1, 1, 3).expect(200);
        var failure =
                Case.of(house, house.send(House.again(House.booking("TARO MIHON", ARRIVAL), "ModificationReport")));
        assertThat(incidents()).isEmpty();

        await().atMost(SOON).until(() -> failure.state().equals("escalated"));

        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.show().get("nextAttemptAt").isNull()).isTrue();
        assertThat(failure.tries(jdbc)).containsExactly("initial", "retry", "retry");
        assertThat(incidents()).containsExactly("order.unknown_booking");
    }

    @Test
    void a_class_that_cannot_heal_is_escalated_at_once_with_an_incident() {
        house.deliver("<html>".getBytes(StandardCharsets.UTF_8));

        var failure =
                house.admin.get("/api/v1/failures?hotel=" + house.hotel).items().get(0);
        assertThat(failure.get("state").asText()).isEqualTo("escalated");
        assertThat(failure.get("nextAttemptAt").isNull()).isTrue();
        assertThat(incidents()).hasSize(1);
    }

    @Test
    void an_incident_of_used_up_attempts_ends_when_the_failure_does() {
        set(1, 1, 2).expect(200);
        var booking = House.booking("TARO MIHON", ARRIVAL);
        var failure = Case.of(house, house.send(House.again(booking, "ModificationReport")));
        await().atMost(SOON).until(() -> failure.state().equals("escalated"));

        house.send(booking);

        await().atMost(SOON).until(() -> failure.state().equals("resolved"));
        assertThat(incidents()).isEmpty();
    }

    private Answer set(int base, int cap, int attempts) {
        return house.admin.put(
                house.path("/retry-policy"), Map.of("baseSeconds", base, "capSeconds", cap, "attempts", attempts));
    }

    private List<String> incidents() {
        return house.admin
                .get("/api/v1/notifications?hotel=" + house.hotel)
                .expect(200)
                .items()
                .findValuesAsText("code");
    }
}
