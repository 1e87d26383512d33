package io.toritsugi.stopsell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.SettableClock;
import io.toritsugi.link.LinkTest;
import io.toritsugi.simulator.Fault;
import io.toritsugi.simulator.LincolnService;
import io.toritsugi.simulator.SimulatedAdjustment;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** TL-Lincoln is told once, in pieces that it takes, and asked before it is told again. */
@LinkTest
class StopSellSendingTest {

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private StopSells house;

    @BeforeEach
    void open() {
        house = StopSells.open(port, clock, jdbc, 20);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void many_nights_go_in_requests_of_thirty_rows_each_under_an_id_of_its_own() {
        var stop = stop(65);

        eventually(stop, "sent");

        var sent = adjustments();
        assertThat(sent).extracting(adjustment -> adjustment.targets().size()).containsExactly(30, 30, 5);
        assertThat(sent).extracting(SimulatedAdjustment::requestId).doesNotHaveDuplicates();
        assertThat(house.stopped("TWN")).hasSize(65);
    }

    @Test
    void the_hotels_own_limits_hold() {
        house.policy(Map.of("mode", "hand", "rowsPerBatch", 100, "daysPerBatch", 10));
        eventually(stop(25), "sent");
        assertThat(adjustments())
                .extracting(adjustment -> adjustment.targets().size())
                .containsExactly(10, 10, 5);

        house.hotel.change(Map.of("rowsPerRequest", 4));
        house.policy(Map.of("mode", "hand", "rowsPerBatch", 100, "daysPerBatch", 100));
        eventually(
                house.want("sell", "TWN", house.in(10), house.in(16))
                        .expect(201)
                        .json(),
                "sent");
        assertThat(adjustments()).hasSize(5);
        assertThat(adjustments().get(3).targets()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TIMEOUT_AFTER_PROCESSING", "LOST_ANSWER", "HALF_ANSWER", "SUCCESS_MISSING"})
    void a_request_whose_answer_is_lost_is_asked_for_and_not_sent_twice(Fault fault) {
        house.hotel.lincoln.faults().next(LincolnService.BULK_ADJUSTMENT, fault, 1);
        var stop = stop(3);
        house.hotel.eventually(() -> {
            assertThat(sending(stop, 0).path("state").asText()).isEqualTo("unknown");
            assertThat(sending(stop, 0).path("attempts").asInt()).isEqualTo(1);
        });
        assertThat(house.stopped("TWN")).isEmpty();

        house.hotel.inTheCourseOfTime(
                () -> assertThat(house.show(stop).path("state").asText()).isEqualTo("sent"));

        assertThat(adjustments()).hasSize(1);
        assertThat(sending(stop, 0).path("state").asText()).isEqualTo("done");
        assertThat(house.show(stop).path("sendings")).hasSize(1);
        assertThat(house.stopped("TWN")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"SOAP_FAULT", "MAINTENANCE_PAGE", "MAINTENANCE_UNAVAILABLE"})
    void a_request_that_never_arrived_is_asked_for_and_then_sent_under_another_id(Fault fault) {
        house.hotel.lincoln.faults().next(LincolnService.BULK_ADJUSTMENT, fault, 1);
        var stop = stop(3);
        house.hotel.eventually(
                () -> assertThat(sending(stop, 0).path("attempts").asInt()).isEqualTo(1));

        house.hotel.inTheCourseOfTime(
                () -> assertThat(house.show(stop).path("state").asText()).isEqualTo("sent"));

        var sendings = house.show(stop).path("sendings");
        assertThat(sendings).hasSize(2);
        assertThat(sendings.get(0).path("state").asText()).isEqualTo("failed");
        assertThat(adjustments())
                .singleElement()
                .satisfies(only -> assertThat(only.requestId())
                        .isEqualTo(sendings.get(1).path("requestId").asText())
                        .isNotEqualTo(sendings.get(0).path("requestId").asText()));
        assertThat(calls("NetStockBulkAdjustmentResponseResendService")).isEqualTo(1);
    }

    @Test
    void rows_that_are_refused_are_repeated_alone() {
        house.hotel.lincoln.faults().next(LincolnService.BULK_ADJUSTMENT, Fault.PARTIAL_FAILURE, 1);
        var stop = stop(5);
        house.hotel.eventually(
                () -> assertThat(sending(stop, 0).path("state").asText()).isEqualTo("partly"));
        assertThat(house.stopped("TWN")).containsExactly(house.in(10), house.in(12), house.in(14));
        assertThat(sending(stop, 0).path("rows").findValuesAsText("result"))
                .containsExactly("done", "refused", "done", "refused", "done");
        assertThat(sending(stop, 0).path("rows").get(1).path("code").asText()).isEqualTo("E998");

        house.hotel.inTheCourseOfTime(
                () -> assertThat(house.show(stop).path("state").asText()).isEqualTo("sent"));

        assertThat(adjustments()).hasSize(2);
        assertThat(adjustments().get(1).targets()).containsExactly(target(11), target(13));
        assertThat(house.stopped("TWN")).hasSize(5);
    }

    @Test
    void too_many_requests_is_no_attempt_and_waited_out() {
        house.hotel.lincoln.faults().next(LincolnService.BULK_ADJUSTMENT, Fault.TOO_MANY_REQUESTS, 2);
        var stop = stop(3);
        house.hotel.eventually(
                () -> assertThat(calls("NetStockBulkAdjustmentService")).isEqualTo(1));

        house.hotel.inTheCourseOfTime(
                () -> assertThat(house.show(stop).path("state").asText()).isEqualTo("sent"));

        assertThat(adjustments()).hasSize(1);
        assertThat(house.show(stop).path("sendings"))
                .hasSize(3)
                .allSatisfy(
                        sending -> assertThat(sending.path("attempts").asInt()).isLessThanOrEqualTo(1));
    }

    @Test
    void an_id_that_is_taken_over_there_is_replaced() {
        house.hotel.lincoln.faults().next(LincolnService.BULK_ADJUSTMENT, Fault.DUPLICATED_REQUEST_ID, 1);
        var stop = stop(1);

        house.hotel.inTheCourseOfTime(
                () -> assertThat(house.show(stop).path("state").asText()).isEqualTo("sent"));

        assertThat(adjustments()).hasSize(1);
        assertThat(house.show(stop).path("sendings").findValuesAsText("requestId"))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_cannot_be_sent_calls_a_person_who_tries_again() {
        house.hotel.lincoln.faults().next(LincolnService.BULK_ADJUSTMENT, Fault.PARTIAL_FAILURE, 1);
        house.hotel.lincoln.faults().always(LincolnService.BULK_ADJUSTMENT, Fault.DUPLICATED_REQUEST_ID);
        var stop = stop(2);

        untilGivenUp(stop);
        assertThat(house.hotel.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.path("code").asText()).isEqualTo("remote.stop_sell");
            assertThat(incident.path("message").asText())
                    .contains("TWN", house.in(10).toString());
        });
        assertThat(house.act(stop, "approve").expect(409).problem()).isEqualTo("stop_sell.decided");
        assertThat(house.stopped("TWN")).containsExactly(house.in(10));
        house.hotel.lincoln.faults().clear();

        house.act(stop, "retry").expect(202);

        eventually(stop, "sent");
        assertThat(adjustments()).hasSize(2);
        assertThat(adjustments().get(1).targets()).containsExactly(target(11));
        assertThat(house.hotel.incidents()).isEmpty();
        assertThat(house.act(stop, "retry").expect(409).problem()).isEqualTo("stop_sell.not_failed");
    }

    @Test
    void what_stays_in_doubt_is_asked_for_also_when_a_person_tries_again() {
        house.hotel.lincoln.faults().next(LincolnService.BULK_ADJUSTMENT, Fault.LOST_ANSWER, 1);
        house.hotel.lincoln.faults().always(LincolnService.BULK_ADJUSTMENT_RESEND, Fault.SOAP_FAULT);
        var stop = stop(2);
        untilGivenUp(stop);
        assertThat(sending(stop, 0).path("state").asText()).isEqualTo("unknown");
        assertThat(sending(stop, 0).path("givenUp").asBoolean()).isTrue();
        house.hotel.lincoln.faults().clear();

        house.act(stop, "retry").expect(202);

        eventually(stop, "sent");
        assertThat(adjustments()).hasSize(1);
    }

    @Test
    void what_failed_can_be_given_up() {
        house.hotel.lincoln.faults().always(LincolnService.BULK_ADJUSTMENT, Fault.DUPLICATED_REQUEST_ID);
        var stop = stop(2);
        untilGivenUp(stop);
        assertThat(house.hotel.incidents()).hasSize(1);

        house.dismiss(stop, "stopped in the site controller").expect(200);

        assertThat(house.hotel.incidents()).isEmpty();
        assertThat(house.show(stop).path("state").asText()).isEqualTo("dismissed");
    }

    @Test
    void in_maintenance_nothing_is_sent() {
        house.admin
                .post(
                        house.hotel.house.path("/connection/maintenance"),
                        Map.of(
                                "from",
                                clock.instant().toString(),
                                "to",
                                clock.instant().plus(Duration.ofMinutes(30)).toString(),
                                "reason",
                                "定期メンテナンス"))
                .expect(201);
        var stop = stop(1);
        house.hotel.eventually(
                () -> assertThat(house.show(stop).path("sendings")).hasSize(1));
        assertThat(sending(stop, 0).path("state").asText()).isEqualTo("due");

        house.hotel.forward(Duration.ofMinutes(31));

        eventually(stop, "sent");
        assertThat(calls("NetStockBulkAdjustmentService")).isEqualTo(1);
    }

    private JsonNode stop(int nights) {
        return house.want("stop", "TWN", house.in(10), house.in(10 + nights))
                .expect(201)
                .json();
    }

    /** Waits while time goes by in long steps. */
    private void untilGivenUp(JsonNode stop) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    boolean failed = house.show(stop).path("state").asText().equals("failed");
                    if (!failed) {
                        clock.forward(Duration.ofMinutes(70));
                    }
                    return failed;
                });
    }

    private JsonNode sending(JsonNode stop, int number) {
        return house.show(stop).path("sendings").path(number);
    }

    private void eventually(JsonNode stop, String state) {
        house.hotel.eventually(
                () -> assertThat(house.show(stop).path("state").asText()).isEqualTo(state));
    }

    private List<SimulatedAdjustment> adjustments() {
        return house.hotel.lincoln.adjustments(house.hotel.code);
    }

    private String target(int inDays) {
        LocalDate night = house.in(inDays);
        return "2/" + DateTimeFormatter.BASIC_ISO_DATE.format(night);
    }

    private long calls(String service) {
        return jdbc.sql("""
                        select count(*)
                        from remote_call c
                                 join hotel h on h.id = c.hotel_id
                        where h.code = :hotel and c.service = :service
                        """)
                .param("hotel", house.hotel.code)
                .param("service", service)
                .query(Long.class)
                .single();
    }
}
