package io.toritsugi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.toritsugi.simulator.Behaviour.ConfirmedAgain;
import io.toritsugi.simulator.Behaviour.EmptyAnswer;
import io.toritsugi.simulator.Behaviour.InnerForm;
import io.toritsugi.simulator.Behaviour.Redelivery;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BookingServicesTest {

    private SimulatorServer simulator;
    private SimulatorClient pms;

    @BeforeEach
    void start() throws IOException {
        simulator = SimulatorServer.start(0);
        pms = new SimulatorClient(simulator);
    }

    @AfterEach
    void stop() {
        simulator.stop();
    }

    @Test
    void an_empty_queue_is_a_success_with_nothing_to_confirm() throws Exception {
        var reply = pms.poll();

        assertThat(reply.succeeded()).isTrue();
        assertThat(reply.outputId()).isEmpty();
        assertThat(reply.telegrams()).isEmpty();
    }

    @Test
    void an_empty_queue_may_be_answered_with_e613() throws Exception {
        simulator.behave(Behaviour.usual().with(EmptyAnswer.NOTHING_FOUND));

        assertThat(pms.poll().text("failureReason")).isEqualTo("E613");
    }

    @Test
    void an_unconfirmed_output_comes_again_under_its_id_and_newer_bookings_wait() throws Exception {
        simulator.enqueue("SMP", "<a/>");
        var first = pms.poll();
        simulator.enqueue("SMP", "<b/>");
        var again = pms.poll();

        assertThat(again.outputId()).isEqualTo(first.outputId()).startsWith("SMP");
        assertThat(again.telegrams()).containsExactly("<a/>");
        assertThat(simulator.outputs("SMP")).singleElement().satisfies(output -> {
            assertThat(output.deliveries()).isEqualTo(2);
            assertThat(output.confirmed()).isFalse();
        });
    }

    @Test
    void a_confirmed_output_never_comes_again() throws Exception {
        simulator.enqueue("SMP", "<a/>", "<b/>");
        var first = pms.poll();
        simulator.enqueue("SMP", "<c/>");

        assertThat(pms.confirm(first.outputId()).succeeded()).isTrue();

        var second = pms.poll();
        assertThat(second.outputId()).isNotEqualTo(first.outputId());
        assertThat(second.telegrams()).containsExactly("<c/>");
    }

    @Test
    void newer_bookings_may_be_added_to_the_unconfirmed_output() throws Exception {
        simulator.behave(Behaviour.usual().with(Redelivery.NEWER_ADDED).withMostTelegrams(2));
        simulator.enqueue("SMP", "<a/>");
        var first = pms.poll();
        simulator.enqueue("SMP", "<b/>", "<c/>");
        var again = pms.poll();

        assertThat(again.outputId()).isEqualTo(first.outputId());
        assertThat(again.telegrams()).containsExactly("<a/>", "<b/>");
        assertThat(simulator.waiting("SMP")).isOne();
    }

    @Test
    void an_answer_holds_no_more_telegrams_than_allowed() throws Exception {
        simulator.behave(Behaviour.usual().withMostTelegrams(2));
        simulator.enqueue("SMP", "<a/>", "<b/>", "<c/>");

        assertThat(pms.poll().telegrams()).containsExactly("<a/>", "<b/>");
    }

    @Test
    void of_very_many_outputs_the_latest_are_kept() {
        var queue = new BookingQueue("SMP");
        queue.enqueue(Collections.nCopies(2_001, "<a/>"));
        for (int output = 0; output < 2_001; output++) {
            var delivered = queue.deliver(Behaviour.usual().withMostTelegrams(1), false);
            queue.confirm(delivered.orElseThrow().outputId(), ConfirmedAgain.REFUSED);
        }

        assertThat(queue.outputs()).hasSize(2_000);
        assertThat(queue.outputs().get(1_999).outputId()).isEqualTo("SMP0000002001");
    }

    @Test
    void an_unknown_output_cannot_be_confirmed() throws Exception {
        var reply = pms.confirm("SMP0000000009");

        assertThat(reply.succeeded()).isFalse();
        assertThat(reply.text("failureReason")).isEqualTo("E999");
    }

    @Test
    void a_second_confirmation_is_refused_or_accepted_as_is_set() throws Exception {
        simulator.enqueue("SMP", "<a/>");
        var outputId = pms.poll().outputId();
        pms.confirm(outputId);

        assertThat(pms.confirm(outputId).text("failureReason")).isEqualTo("E999");

        simulator.behave(Behaviour.usual().with(ConfirmedAgain.ACCEPTED));
        assertThat(pms.confirm(outputId).succeeded()).isTrue();
    }

    @Test
    void a_telegram_is_the_same_text_escaped_and_as_cdata() throws Exception {
        var telegram = "<?xml version=\"1.0\"?>\n<a b=\"&amp;\"><![CDATA[見本 < ﾐﾎﾝ]]>]]&gt;</a>";
        simulator.enqueue("SMP", telegram);

        for (var form : InnerForm.values()) {
            simulator.behave(Behaviour.usual().with(form));
            assertThat(pms.poll().telegrams()).as(form.name()).containsExactly(telegram);
        }
    }

    @Test
    void the_two_forms_look_different_on_the_wire() throws Exception {
        simulator.enqueue("SMP", "<a/>");

        simulator.behave(Behaviour.usual().with(InnerForm.ESCAPED));
        assertThat(wire()).contains("<infoTravelXML>&lt;a/");
        simulator.behave(Behaviour.usual().with(InnerForm.CDATA));
        assertThat(wire()).contains("<infoTravelXML><![CDATA[<a/>]]>");
    }

    private String wire() throws IOException, InterruptedException {
        return new String(
                pms.post(LincolnService.BOOKING_OUTPUT, "simulated", "").body(), StandardCharsets.UTF_8);
    }

    @Test
    void wrong_credentials_open_no_hotel() throws Exception {
        simulator.enqueue("SMP", "<a/>");

        var reply = pms.call(LincolnService.BOOKING_OUTPUT, "wrong", "");

        assertThat(reply.succeeded()).isFalse();
        assertThat(reply.telegrams()).isEmpty();
        assertThat(simulator.outputs("SMP")).isEmpty();
    }

    @Test
    void what_is_no_request_is_answered_with_a_soap_fault() throws Exception {
        var address = simulator.serviceUri(LincolnService.BOOKING_OUTPUT);

        for (var body : new String[] {"", "not XML", "<!DOCTYPE a><a/>"}) {
            var answer = pms.send("POST", address, "text/xml", body);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(Reply.read(answer.body()).text("faultcode")).isEqualTo("S:Client");
        }
    }

    @Test
    void each_service_describes_itself() throws Exception {
        for (var service : LincolnService.values()) {
            var address = simulator.serviceUri(service);
            var answer = pms.send("GET", URI.create(address + "?wsdl"), "text/plain", "");
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains("targetNamespace=\"" + service.namespace() + "\"")
                    .contains("location=\"" + address + "\"");
        }
    }

    @Test
    void a_telegram_that_no_answer_could_hold_is_refused_beforehand() {
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.enqueue("SMP", "<a>\u0000</a>"));
        assertThatIllegalArgumentException().isThrownBy(() -> simulator.enqueue("NONE", "<a/>"));
    }
}
