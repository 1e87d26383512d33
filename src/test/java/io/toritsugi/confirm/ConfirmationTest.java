package io.toritsugi.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.SettableClock;
import io.toritsugi.conformance.FixtureHotel;
import io.toritsugi.conformance.House;
import io.toritsugi.link.LinkTest;
import io.toritsugi.link.LinkedHotel;
import io.toritsugi.simulator.Behaviour;
import io.toritsugi.simulator.Behaviour.Redelivery;
import io.toritsugi.simulator.Fault;
import io.toritsugi.simulator.LincolnService;
import io.toritsugi.simulator.SimulatedOutput;
import java.time.Duration;
import java.time.LocalDate;
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

/** An output is confirmed when it is safe, and when it is safe it is confirmed, whatever TL-Lincoln does. */
@LinkTest
class ConfirmationTest {

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ArchiveFailures archive;

    private LinkedHotel hotel;

    @BeforeEach
    void open() {
        hotel = LinkedHotel.open(port, clock);
    }

    @AfterEach
    void close() {
        hotel.close();
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_REQUESTS,",
        "NOTHING_FOUND,remote.not_accepted",
        "MAINTENANCE_PAGE,remote.html_page",
        "MAINTENANCE_UNAVAILABLE,remote.http_status",
        "SOAP_FAULT,remote.soap_fault"
    })
    void a_confirmation_that_fails_is_repeated_alone(Fault fault, String code) {
        var booked = hotel.book(2);
        hotel.lincoln.faults().next(LincolnService.OUTPUT_COMPLETE, fault, 1);

        hotel.link();

        hotel.eventually(() -> assertThat(hotel.held(booked)).isEqualTo(2));
        if (code != null) {
            hotel.eventually(() -> assertThat(output().path("code").asText()).isEqualTo(code));
        }
        assertThat(confirmedThere()).isFalse();

        hotel.inTheCourseOfTime(
                () -> assertThat(output().path("state").asText()).isEqualTo("confirmed"));
        assertThat(confirmedThere()).isTrue();
        assertThat(hotel.held(booked)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_ANSWER", "TIMEOUT_AFTER_PROCESSING", "HALF_ANSWER", "SUCCESS_MISSING"})
    void a_confirmation_whose_answer_is_lost_is_settled_by_the_next_poll(Fault fault) {
        var booked = hotel.book(1);
        hotel.lincoln.faults().next(LincolnService.OUTPUT_COMPLETE, fault, 1);

        hotel.link();

        hotel.eventually(() -> assertThat(confirmedThere()).isTrue());
        hotel.eventually(() -> assertThat(output().path("attempts").asInt()).isEqualTo(1));
        assertThat(output().path("state").asText()).isEqualTo("due");

        hotel.inTheCourseOfTime(
                () -> assertThat(output().path("state").asText()).isEqualTo("confirmed"));
        assertThat(output().path("settledBy").asText()).isEqualTo("poll");
        assertThat(hotel.held(booked)).isEqualTo(1);
        assertThat(hotel.incidents()).isEmpty();
    }

    @Test
    void where_a_second_confirmation_is_accepted_no_poll_is_needed() {
        hotel.lincoln.behave(Behaviour.usual().with(Behaviour.ConfirmedAgain.ACCEPTED));
        hotel.book(1);
        hotel.lincoln.faults().next(LincolnService.OUTPUT_COMPLETE, Fault.LOST_ANSWER, 1);

        hotel.link();

        hotel.inTheCourseOfTime(
                () -> assertThat(output().path("state").asText()).isEqualTo("confirmed"));
        assertThat(output().path("settledBy").asText()).isEqualTo("answer");
    }

    @Test
    void an_output_that_comes_again_under_another_id_is_confirmed_under_that() {
        var booked = hotel.book(2);
        hotel.lincoln.faults().always(LincolnService.OUTPUT_COMPLETE, Fault.SOAP_FAULT);
        hotel.link();
        hotel.eventually(() -> assertThat(output().path("attempts").asInt()).isEqualTo(1));
        hotel.lincoln.faults().next(LincolnService.BOOKING_OUTPUT, Fault.CHANGED_OUTPUT_ID, 1);
        hotel.nextPoll();
        hotel.lincoln.faults().clear();

        hotel.inTheCourseOfTime(() -> assertThat(hotel.outputs())
                .hasSize(2)
                .allSatisfy(output -> assertThat(output.path("state").asText()).isEqualTo("confirmed")));
        assertThat(hotel.outputs().get(0).path("settledBy").asText()).isEqualTo("answer");
        assertThat(hotel.outputs().get(1).path("settledBy").asText()).isEqualTo("poll");
        assertThat(confirmedThere()).isTrue();
        assertThat(hotel.held(booked)).isEqualTo(2);
    }

    @Test
    void attempts_that_are_used_up_call_a_person_who_tries_again() {
        hotel.book(1);
        hotel.lincoln.faults().always(LincolnService.OUTPUT_COMPLETE, Fault.SOAP_FAULT);
        hotel.link();

        hotel.inTheCourseOf(
                Duration.ofMinutes(20),
                () -> assertThat(output().path("state").asText()).isEqualTo("escalated"));
        assertThat(output().path("attempts").asInt()).isEqualTo(8);
        assertThat(hotel.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.path("code").asText()).isEqualTo("remote.not_confirmed");
            assertThat(incident.path("category").asText()).isEqualTo("confirmation");
            assertThat(incident.path("message").asText())
                    .contains(output().path("outputId").asText());
        });

        hotel.lincoln.faults().clear();
        var retried = hotel.admin
                .post("/api/v1/outputs/" + output().path("id").asLong() + "/retry", Map.of())
                .expect(202)
                .json();
        assertThat(retried.path("state").asText()).isIn("due", "confirmed");

        hotel.inTheCourseOfTime(
                () -> assertThat(output().path("state").asText()).isEqualTo("confirmed"));
        assertThat(hotel.incidents()).isEmpty();
        assertThat(hotel.admin
                        .post("/api/v1/outputs/" + output().path("id").asLong() + "/retry", Map.of())
                        .expect(409)
                        .problem())
                .isEqualTo("output.confirmed");
    }

    @Test
    void all_resolved_holds_the_confirmation_until_every_booking_is_placed_and_then_clears_the_cache() {
        var good = hotel.book(1);
        var unmapped = hotel.bookUnmapped();
        hotel.link(Map.of("confirmPolicy", "ALL_RESOLVED"));
        hotel.eventually(() -> assertThat(hotel.held(good)).isEqualTo(1));
        hotel.eventually(() -> assertThat(hotel.failures("")).hasSize(1));
        var failure = hotel.failures("").get(0).path("id").asLong();

        hotel.forward(Duration.ofMinutes(2));
        hotel.eventually(
                () -> assertThat(output().path("timesReceived").asInt()).isGreaterThan(1));
        assertThat(output().path("state").asText()).isEqualTo("waiting");
        assertThat(output().path("unresolved").asInt()).isEqualTo(1);
        assertThat(confirmedThere()).isFalse();
        assertThat(hotel.admin
                        .post("/api/v1/outputs/" + output().path("id").asLong() + "/retry", Map.of())
                        .expect(409)
                        .problem())
                .isEqualTo("output.waiting");

        FixtureHotel.map(hotel.admin, hotel.code, "9999", "TWN");

        hotel.eventually(() -> assertThat(hotel.held(List.of(unmapped))).isEqualTo(1));
        hotel.inTheCourseOfTime(
                () -> assertThat(output().path("state").asText()).isEqualTo("confirmed"));
        assertThat(confirmedThere()).isTrue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(archivedAt(failure).isNull()).isFalse());
        assertThat(hotel.failures("&state=resolved")).isEmpty();
        assertThat(hotel.failures("&state=resolved&archived=true")).hasSize(1);
        assertThat(jdbc.sql("select count(*) from import_failure_payload where failure_id = :id")
                        .param("id", failure)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_redelivery_of_the_same_bytes_is_counted_and_not_stored_again() {
        hotel.bookUnmapped();
        hotel.link(Map.of("confirmPolicy", "ALL_RESOLVED"));
        hotel.inTheCourseOfTime(
                () -> assertThat(output().path("timesReceived").asInt()).isGreaterThanOrEqualTo(5));

        // The simulator writes its telegrams in two forms, in turn.
        assertThat(jdbc.sql("select count(*) from telegram t join hotel h on h.id = t.hotel_id where h.code = :hotel")
                        .param("hotel", hotel.code)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void what_a_person_dismisses_holds_the_confirmation_no_more() {
        hotel.bookUnmapped();
        hotel.link(Map.of("confirmPolicy", "ALL_RESOLVED"));
        hotel.eventually(() -> assertThat(hotel.failures("")).hasSize(1));

        hotel.admin
                .post(
                        "/api/v1/failures/"
                                + hotel.failures("").get(0).path("id").asLong() + "/dismiss",
                        Map.of("reason", "entered by hand"))
                .expect(200);

        hotel.inTheCourseOfTime(
                () -> assertThat(output().path("state").asText()).isEqualTo("confirmed"));
        assertThat(confirmedThere()).isTrue();
    }

    @Test
    void a_hotel_that_waits_no_more_has_its_outputs_confirmed() {
        hotel.bookUnmapped();
        hotel.link(Map.of("confirmPolicy", "ALL_RESOLVED"));
        hotel.eventually(() -> assertThat(output().path("state").asText()).isEqualTo("waiting"));

        hotel.change(Map.of("confirmPolicy", "STORED"));

        hotel.inTheCourseOfTime(
                () -> assertThat(output().path("state").asText()).isEqualTo("confirmed"));
        assertThat(hotel.failures(""))
                .as("the failure outlives the confirmation")
                .hasSize(1);
    }

    @Test
    void nothing_is_confirmed_while_an_answer_is_missing_in_which_the_output_may_have_grown() {
        hotel.lincoln.behave(Behaviour.usual().with(Redelivery.NEWER_ADDED));
        hotel.lincoln.faults().always(LincolnService.OUTPUT_COMPLETE, Fault.SOAP_FAULT);
        var first = hotel.book(1);
        hotel.link();
        hotel.eventually(() -> assertThat(output().path("attempts").asInt()).isEqualTo(1));

        // The next polls add a booking to the output, and their answers are lost; the confirmation is due and would
        // succeed.
        var second = hotel.book(1);
        hotel.lincoln.faults().always(LincolnService.BOOKING_OUTPUT, Fault.LOST_ANSWER);
        hotel.nextPoll();
        hotel.lincoln.faults().clear();
        hotel.lincoln.faults().always(LincolnService.BOOKING_OUTPUT, Fault.LOST_ANSWER);
        hotel.forward(Duration.ofMinutes(10));
        Awaitility.await()
                .during(Duration.ofSeconds(4))
                .atMost(Duration.ofSeconds(6))
                .until(() -> !confirmedThere());
        hotel.lincoln.faults().clear();

        hotel.inTheCourseOfTime(() -> assertThat(confirmedThere()).isTrue());

        assertThat(hotel.lincoln.outputs(hotel.code))
                .singleElement()
                .satisfies(output -> assertThat(output.telegrams()).hasSize(2));
        hotel.eventually(() -> assertThat(hotel.held(first)).isEqualTo(1));
        hotel.eventually(() -> assertThat(hotel.held(second))
                .as("what was confirmed was stored before")
                .isEqualTo(1));
    }

    @Test
    void what_was_pushed_counts_as_confirmed_and_is_archived_when_it_is_resolved() {
        hotel.house.send(House.booking("GUEST", LocalDate.of(2027, 3, 5), "9999"));
        var failure = hotel.failures("").get(0).path("id").asLong();

        FixtureHotel.map(hotel.admin, hotel.code, "9999", "TWN");

        hotel.eventually(() -> {
            archive.archive();
            assertThat(archivedAt(failure).isNull()).isFalse();
        });
        assertThat(hotel.outputs()).isEmpty();
    }

    @Test
    void outputs_are_listed_page_by_page_and_by_state() {
        hotel.lincoln.behave(Behaviour.usual().withMostTelegrams(1));
        hotel.book(3);
        hotel.link();
        hotel.eventually(() -> assertThat(hotel.outputs())
                .hasSize(3)
                .allSatisfy(output -> assertThat(output.path("state").asText()).isEqualTo("confirmed")));

        var page = hotel.admin
                .get("/api/v1/outputs?limit=2&state=confirmed&hotel=" + hotel.code)
                .expect(200)
                .json();
        var rest = hotel.admin
                .get("/api/v1/outputs?limit=2&hotel=" + hotel.code + "&cursor="
                        + page.path("next").asText())
                .expect(200)
                .json();

        assertThat(page.path("items")).hasSize(2);
        assertThat(rest.path("items")).hasSize(1);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(hotel.admin
                        .get("/api/v1/outputs?state=due&hotel=" + hotel.code)
                        .expect(200)
                        .items())
                .isEmpty();
        assertThat(hotel.admin.get("/api/v1/outputs?state=lost").expect(400).problem())
                .isEqualTo("request.invalid");
        assertThat(hotel.house
                        .stranger("OPERATOR")
                        .get("/api/v1/outputs/" + rest.at("/items/0/id").asLong())
                        .expect(403)
                        .problem())
                .isEqualTo("access.forbidden_hotel");
    }

    private JsonNode output() {
        var outputs = hotel.outputs();
        assertThat(outputs).isNotEmpty();
        return outputs.get(outputs.size() - 1);
    }

    private boolean confirmedThere() {
        var outputs = hotel.lincoln.outputs(hotel.code);
        return !outputs.isEmpty() && outputs.stream().allMatch(SimulatedOutput::confirmed);
    }

    private JsonNode archivedAt(long failure) {
        return hotel.admin.get("/api/v1/failures/" + failure).expect(200).json().path("archivedAt");
    }
}
