package io.toritsugi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultsTest {

    private static final LincolnService POLL = LincolnService.BOOKING_OUTPUT;

    private SimulatorServer simulator;
    private SimulatorClient pms;

    @BeforeEach
    void start() throws IOException {
        simulator = SimulatorServer.start(0);
        pms = new SimulatorClient(simulator);
        simulator.enqueue("SMP", "<a/>", "<b/>");
    }

    @AfterEach
    void stop() {
        simulator.stop();
    }

    @ParameterizedTest
    @CsvSource({"TOO_MANY_REQUESTS, E013", "NOTHING_FOUND, E613"})
    void a_business_failure_is_http_200_and_hands_nothing_out(Fault fault, String code) throws Exception {
        simulator.faults().next(fault);

        var answer = pms.post(POLL, "simulated", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Reply.read(answer.body()).text("failureReason")).isEqualTo(code);
        assertThat(simulator.outputs("SMP")).isEmpty();
        assertThat(pms.poll().telegrams()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"MAINTENANCE_PAGE, 200", "MAINTENANCE_UNAVAILABLE, 503"})
    void maintenance_is_a_page_for_people(Fault fault, int status) throws Exception {
        simulator.faults().next(fault);

        var answer = pms.post(POLL, "simulated", "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=UTF-8");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).startsWith("<!DOCTYPE html>");
        assertThat(simulator.outputs("SMP")).isEmpty();
    }

    @Test
    void a_soap_fault_is_http_500() throws Exception {
        simulator.faults().next(Fault.SOAP_FAULT);

        var answer = pms.post(POLL, "simulated", "");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Reply.read(answer.body()).text("faultcode")).isEqualTo("S:Server");
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "HALF_ANSWER"})
    void a_cut_connection_does_not_undo_what_was_done(Fault fault) throws Exception {
        simulator.faults().next(fault);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> pms.poll());
        assertThat(simulator.outputs("SMP")).hasSize(1);
        assertThat(pms.poll().telegrams()).containsExactly("<a/>", "<b/>");
    }

    @Test
    void the_answer_to_a_confirmation_can_get_lost_after_it_counted() throws Exception {
        var outputId = pms.poll().outputId();
        simulator.faults().next(LincolnService.OUTPUT_COMPLETE, Fault.LOST_ANSWER, 1);

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> pms.confirm(outputId));

        assertThat(simulator.outputs("SMP").get(0).confirmed()).isTrue();
        assertThat(pms.poll().telegrams()).isEmpty();
    }

    @Test
    void a_time_out_comes_after_the_work_was_done() throws Exception {
        var impatient = new SimulatorClient(simulator, Duration.ofMillis(700));
        simulator.faults().next(Fault.TIMEOUT_AFTER_PROCESSING);

        assertThatExceptionOfType(HttpTimeoutException.class).isThrownBy(() -> impatient.poll());

        assertThat(simulator.outputs("SMP")).hasSize(1);
    }

    @Test
    void slow_bytes_are_whole_in_the_end() throws Exception {
        simulator.faults().next(POLL, Fault.SLOW_BYTES, Duration.ofMillis(600));
        long began = System.nanoTime();

        var reply = pms.poll();

        assertThat(reply.telegrams()).containsExactly("<a/>", "<b/>");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void duplicates_stand_twice_in_one_answer() throws Exception {
        simulator.faults().next(Fault.DUPLICATES);

        assertThat(pms.poll().telegrams()).containsExactly("<a/>", "<b/>", "<a/>", "<b/>");
        assertThat(pms.poll().telegrams()).containsExactly("<a/>", "<b/>");
    }

    @Test
    void out_of_order_is_the_newest_first() throws Exception {
        simulator.faults().next(Fault.OUT_OF_ORDER);

        assertThat(pms.poll().telegrams()).containsExactly("<b/>", "<a/>");
    }

    @Test
    void a_redelivery_may_have_another_id_and_the_old_one_counts_no_more() throws Exception {
        simulator.faults().next(Fault.CHANGED_OUTPUT_ID);

        var first = pms.poll();
        var again = pms.poll();

        assertThat(again.outputId()).isNotEqualTo(first.outputId());
        assertThat(again.telegrams()).isEqualTo(first.telegrams());
        assertThat(pms.confirm(first.outputId()).succeeded()).isFalse();
        assertThat(pms.confirm(again.outputId()).succeeded()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"BOOKING_OUTPUT", "ROOM_MASTER"})
    void an_answer_may_lack_its_verdict(LincolnService service) throws Exception {
        simulator.faults().next(service, Fault.SUCCESS_MISSING, 1);

        var reply = pms.call(service, "");

        assertThat(reply.all("isSuccess")).isEmpty();
        assertThat(reply.leaves()).isNotEmpty();
    }

    @Test
    void a_fault_meets_as_many_requests_as_were_planned_and_only_its_service() throws Exception {
        simulator.faults().next(POLL, Fault.TOO_MANY_REQUESTS, 2);

        assertThat(pms.call(LincolnService.ROOM_MASTER, "").succeeded()).isTrue();
        assertThat(pms.poll().succeeded()).isFalse();
        assertThat(pms.poll().succeeded()).isFalse();
        assertThat(pms.poll().succeeded()).isTrue();
        assertThat(simulator.faults().planned()).isEmpty();
    }

    @Test
    void a_standing_fault_ends_when_it_is_cleared() throws Exception {
        simulator.faults().always(POLL, Fault.TOO_MANY_REQUESTS);

        assertThat(pms.poll().succeeded()).isFalse();
        assertThat(pms.poll().succeeded()).isFalse();
        simulator.faults().clear();
        assertThat(pms.poll().succeeded()).isTrue();
    }

    @Test
    void a_fault_of_the_content_waits_for_content() throws Exception {
        pms.confirm(pms.poll().outputId());
        simulator.faults().next(Fault.DUPLICATES);

        assertThat(pms.poll().telegrams()).isEmpty();
        simulator.enqueue("SMP", "<c/>");
        assertThat(pms.poll().telegrams()).containsExactly("<c/>", "<c/>");
    }

    @Test
    void a_fault_cannot_be_planned_where_it_cannot_happen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> simulator.faults().next(LincolnService.ROOM_MASTER, Fault.DUPLICATES, 1));
    }

    @Test
    void stopping_lets_nobody_wait_for_a_held_answer() throws Exception {
        simulator.faults().next(POLL, Fault.TIMEOUT_AFTER_PROCESSING, 1);
        var answer = CompletableFuture.supplyAsync(() -> {
            try {
                return pms.poll().leaves().size();
            } catch (IOException | InterruptedException cut) {
                return -1;
            }
        });
        await().until(() -> simulator.outputs("SMP").size() == 1);

        simulator.stop();

        assertThat(answer).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(-1);
    }
}
