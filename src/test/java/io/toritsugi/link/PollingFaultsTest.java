package io.toritsugi.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.SettableClock;
import io.toritsugi.conformance.FixtureHotel;
import io.toritsugi.simulator.Behaviour;
import io.toritsugi.simulator.Behaviour.EmptyAnswer;
import io.toritsugi.simulator.Fault;
import io.toritsugi.simulator.LincolnService;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever TL-Lincoln does to a poll: every booking comes in, and comes in once. */
@LinkTest
class PollingFaultsTest {

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private LinkedHotel hotel;

    @BeforeEach
    void open() {
        hotel = LinkedHotel.open(port, clock);
    }

    @AfterEach
    void close() {
        hotel.close();
    }

    @Test
    void what_tl_lincoln_has_is_fetched_imported_and_confirmed() {
        var booked = hotel.book(3);

        hotel.link();

        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(3));
        hotel.eventually(() -> assertThat(hotel.lincoln.outputs(hotel.code))
                .singleElement()
                .satisfies(output -> assertThat(output.confirmed()).isTrue()));
        hotel.eventually(() -> assertThat(hotel.outputs()).singleElement().satisfies(output -> {
            assertThat(output.path("state").asText()).isEqualTo("confirmed");
            assertThat(output.path("settledBy").asText()).isEqualTo("answer");
            assertThat(output.path("telegrams").asInt()).isEqualTo(3);
            assertThat(output.path("unresolved").asInt()).isZero();
        }));
        assertThat(jdbc.sql("select via from delivery d join hotel h on h.id = d.hotel_id where h.code = :hotel")
                        .param("hotel", hotel.code)
                        .query(String.class)
                        .list())
                .containsExactly("poll");
    }

    @Test
    void a_backlog_is_fetched_without_waiting_for_the_next_poll() {
        hotel.lincoln.behave(Behaviour.usual().withMostTelegrams(10));
        var booked = hotel.book(45);

        hotel.link();

        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(45));
        hotel.eventually(() -> assertThat(hotel.outputs())
                .hasSize(5)
                .allSatisfy(output -> assertThat(output.path("state").asText()).isEqualTo("confirmed")));
    }

    @ParameterizedTest
    @EnumSource(EmptyAnswer.class)
    void an_empty_answer_is_a_success_with_nothing_to_confirm(EmptyAnswer empty) {
        hotel.lincoln.behave(Behaviour.usual().with(empty));

        hotel.link();

        hotel.eventually(
                () -> assertThat(hotel.state().path("polledWellAt").isNull()).isFalse());
        assertThat(hotel.state().path("failures").asInt()).isZero();
        assertThat(hotel.outputs()).isEmpty();
        assertThat(deliveries()).isZero();
    }

    @Test
    void too_many_requests_is_waited_out_and_nothing_is_asked_meanwhile() {
        var booked = hotel.book(1);
        hotel.lincoln.faults().next(LincolnService.BOOKING_OUTPUT, Fault.TOO_MANY_REQUESTS, 1);

        hotel.link();

        hotel.eventually(() -> assertThat(hotel.state().path("code").asText()).isEqualTo("remote.too_many_requests"));
        assertThat(hotel.state().path("backOffUntil").isNull()).isFalse();
        assertThat(hotel.state().path("message").asText()).contains("too many requests");
        assertThat(hotel.lincoln.requests()).isEqualTo(1);

        hotel.forward(Duration.ofMinutes(2));

        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(1));
        hotel.eventually(
                () -> assertThat(hotel.state().path("backOffUntil").isNull()).isTrue());
        assertThat(hotel.incidents()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "MAINTENANCE_PAGE,remote.html_page",
        "MAINTENANCE_UNAVAILABLE,remote.http_status",
        "SOAP_FAULT,remote.soap_fault",
        "SUCCESS_MISSING,remote.verdict_missing",
        "LOST_ANSWER,remote.answer_lost",
        "TIMEOUT_AFTER_PROCESSING,remote.read_timeout"
    })
    void a_poll_without_a_good_answer_imports_nothing_and_loses_nothing(Fault fault, String code) {
        var booked = hotel.book(2);
        hotel.lincoln.faults().next(LincolnService.BOOKING_OUTPUT, fault, 1);

        hotel.link();

        hotel.eventually(() -> assertThat(hotel.state().path("code").asText()).isEqualTo(code));
        assertThat(deliveries()).isZero();
        assertThat(hotel.failures("")).isEmpty();

        hotel.forward(Duration.ofMinutes(2));

        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(2));
        hotel.eventually(() -> assertThat(hotel.outputs())
                .singleElement()
                .satisfies(output -> assertThat(output.path("state").asText()).isEqualTo("confirmed")));
        assertThat(hotel.state().path("code").isNull()).isTrue();
    }

    @Test
    void of_half_an_answer_the_complete_bookings_stand_and_it_is_not_confirmed() {
        var booked = hotel.book(10);
        hotel.lincoln.faults().next(LincolnService.BOOKING_OUTPUT, Fault.HALF_ANSWER, 1);

        hotel.link();

        hotel.eventually(() -> assertThat(hotel.state().path("code").asText()).isEqualTo("remote.half_answer"));
        hotel.eventually(() -> assertThat(hotel.held(booked)).isBetween(2L, 8L));
        assertThat(hotel.outputs()).isEmpty();
        assertThat(hotel.failures(""))
                .as("the half of a booking is nobody's failure")
                .isEmpty();

        hotel.forward(Duration.ofMinutes(2));

        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(10));
        hotel.eventually(() -> assertThat(hotel.lincoln.outputs(hotel.code))
                .singleElement()
                .satisfies(output -> assertThat(output.confirmed()).isTrue()));
        assertThat(hotel.incidents()).isEmpty();
    }

    @Test
    void slow_bytes_are_waited_for_as_long_as_they_keep_coming() {
        var booked = hotel.book(2);
        hotel.lincoln.faults().next(LincolnService.BOOKING_OUTPUT, Fault.SLOW_BYTES, Duration.ofSeconds(3));

        hotel.link();

        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(2));
        assertThat(hotel.state().path("failures").asInt()).isZero();
    }

    @Test
    void bookings_that_stand_twice_in_an_answer_come_in_once() {
        var booked = hotel.book(3);
        hotel.lincoln.faults().next(LincolnService.BOOKING_OUTPUT, Fault.DUPLICATES, 1);

        hotel.link();

        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(3));
        hotel.eventually(() -> assertThat(hotel.outputs()).singleElement().satisfies(output -> {
            assertThat(output.path("state").asText()).isEqualTo("confirmed");
            assertThat(output.path("telegrams").asInt()).isEqualTo(3);
        }));
    }

    @Test
    void the_order_within_an_answer_decides_nothing() {
        var booked = hotel.lincoln.generate(hotel.code, 30);
        hotel.lincoln.faults().next(LincolnService.BOOKING_OUTPUT, Fault.OUT_OF_ORDER, 1);

        hotel.link();

        hotel.eventually(() -> assertThat(jdbc.sql("""
                                select count(*)
                                from telegram t
                                         join hotel h on h.id = t.hotel_id
                                where h.code = :hotel
                                  and t.outcome is not null
                                """)
                        .param("hotel", hotel.code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(booked.size()));
        assertThat(hotel.failures("&class=OUT_OF_ORDER"))
                .as("nothing waits for a telegram that stood behind it")
                .allSatisfy(failure -> assertThat(failure.path("code").asText()).isEqualTo("order.unknown_booking"));
    }

    @Test
    void wrong_credentials_are_said_at_once_and_over_when_they_are_right() {
        var booked = hotel.book(1);

        hotel.link(Map.of("password", "not-the-password"));

        hotel.eventually(() -> assertThat(hotel.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.path("code").asText()).isEqualTo("remote.credentials");
            assertThat(incident.path("class").asText()).isEqualTo("REMOTE");
            assertThat(incident.path("severity").asText()).isEqualTo("critical");
            assertThat(incident.path("category").asText()).isEqualTo("link");
            assertThat(incident.path("message").asText()).contains("password is wrong");
        }));

        hotel.change(Map.of("password", LinkedHotel.PASSWORD));

        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(1));
        hotel.eventually(() -> assertThat(hotel.incidents()).isEmpty());
    }

    @Test
    void polls_that_fail_in_a_row_are_one_incident_that_ends_by_itself() {
        hotel.lincoln.faults().always(LincolnService.BOOKING_OUTPUT, Fault.SOAP_FAULT);
        hotel.link(Map.of("alarmAfter", 3));
        hotel.nextPoll();
        assertThat(hotel.state().path("failures").asInt()).isEqualTo(2);
        assertThat(hotel.incidents()).isEmpty();

        hotel.nextPoll();
        assertThat(hotel.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.path("code").asText()).isEqualTo("remote.soap_fault");
            assertThat(incident.path("occurrences").asInt()).isEqualTo(1);
        });
        hotel.nextPoll();
        assertThat(hotel.incidents())
                .singleElement()
                .satisfies(incident ->
                        assertThat(incident.path("occurrences").asInt()).isEqualTo(2));

        hotel.lincoln.faults().clear();
        hotel.nextPoll();
        assertThat(hotel.incidents()).isEmpty();
    }

    @Test
    void a_partner_who_does_not_answer_is_spared_by_the_breaker() {
        hotel.lincoln.faults().always(LincolnService.BOOKING_OUTPUT, Fault.MAINTENANCE_UNAVAILABLE);
        hotel.link(Map.of("breakerFailures", 2, "breakerOpenMs", 3_600_000));
        hotel.nextPoll();

        hotel.forward(Duration.ofMinutes(2));

        hotel.eventually(
                () -> assertThat(nextPoll()).isAfter(OffsetDateTime.now(clock).plusMinutes(50)));
        assertThat(hotel.lincoln.requests()).isEqualTo(2);
        assertThat(hotel.state().path("failures").asInt()).isEqualTo(2);
    }

    @Test
    void in_announced_maintenance_nobody_is_asked() {
        var from = OffsetDateTime.now(clock).minusMinutes(1);
        var entry = hotel.admin
                .post(
                        hotel.house.path("/connection/maintenance"),
                        Map.of("from", from.toString(), "to", from.plusHours(3).toString(), "reason", "定期メンテナンス"))
                .expect(201)
                .json();
        var booked = hotel.book(1);
        hotel.link();
        hotel.forward(Duration.ofMinutes(10));

        Awaitility.await()
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(6))
                .until(() -> hotel.lincoln.requests() == 0);

        hotel.admin
                .delete(hotel.house.path("/connection/maintenance/")
                        + entry.path("id").asLong())
                .expect(204);
        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(1));
    }

    @Test
    void a_hotel_has_a_route_as_long_as_it_is_polled() {
        hotel.link();
        hotel.eventually(() -> assertThat(routes()).contains("poll-" + hotel.code));

        hotel.change(Map.of("poll", false));

        hotel.eventually(() -> assertThat(routes()).doesNotContain("poll-" + hotel.code));
        long asked = hotel.lincoln.requests();
        hotel.forward(Duration.ofMinutes(10));
        Awaitility.await()
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(6))
                .until(() -> hotel.lincoln.requests() == asked);
    }

    @Test
    void a_mapping_heals_what_was_polled_and_could_not_be_placed() {
        var number = hotel.bookUnmapped();
        hotel.link();
        hotel.eventually(() -> assertThat(hotel.failures("")).hasSize(1));

        FixtureHotel.map(hotel.admin, hotel.code, "9999", "TWN");

        hotel.eventually(() -> assertThat(hotel.held(List.of(number))).isEqualTo(1));
    }

    private OffsetDateTime nextPoll() {
        return OffsetDateTime.parse(hotel.state().path("nextPollAt").asText());
    }

    private List<String> routes() {
        return LinkedHotel.list(hotel.admin.get("/api/v1/routes").expect(200).items()).stream()
                .map(route -> route.path("id").asText())
                .toList();
    }

    private int deliveries() {
        return jdbc.sql("select count(*) from delivery d join hotel h on h.id = d.hotel_id where h.code = :hotel")
                .param("hotel", hotel.code)
                .query(Integer.class)
                .single();
    }
}
