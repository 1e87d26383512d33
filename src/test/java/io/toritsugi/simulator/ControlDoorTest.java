package io.toritsugi.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlDoorTest {

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
    void telegrams_put_in_as_json_or_as_xml_are_delivered() throws Exception {
        ask("POST", "hotels/SMP/telegrams", "{\"telegrams\":[\"<a/>\"]}", 200);
        pms.send("POST", simulator.baseUri().resolve("/simulator/hotels/SMP/telegrams"), "text/xml", "<見本/>");

        assertThat(pms.poll().telegrams()).containsExactly("<a/>", "<見本/>");
    }

    @Test
    void bookings_are_made_up_on_demand() throws Exception {
        var answer = ask("POST", "hotels/SMP/bookings", "{\"count\":3}", 200);

        assertThat(answer.get("waiting").asInt()).isEqualTo(3);
        assertThat(pms.poll().telegrams()).hasSize(3).allMatch(xml -> xml.contains("<AllotmentBookingReport>"));
    }

    @Test
    void a_fault_is_planned_by_its_code_seen_and_cleared() throws Exception {
        ask("POST", "faults", "{\"fault\":\"E013\",\"service\":\"BookingInfoOutputService\",\"times\":2}", 200);
        assertThat(pms.poll().text("failureReason")).isEqualTo("E013");

        var planned = ask("GET", "state", "", 200).get("faults");
        assertThat(planned.get(0).get("fault").asText()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(planned.get(0).get("times").asInt()).isOne();

        ask("DELETE", "faults", "", 200);
        assertThat(pms.poll().succeeded()).isTrue();
    }

    @Test
    void the_state_tells_outputs_but_no_password() throws Exception {
        simulator.enqueue("SMP", "<a/>");
        pms.confirm(pms.poll().outputId());

        var hotel = ask("GET", "state", "", 200).get("hotels").get(0);
        assertThat(hotel.get("confirmed").asInt()).isOne();
        assertThat(hotel.get("waiting").asInt()).isZero();
        assertThat(ask("GET", "state", "", 200).toString()).doesNotContain("simulated");
        assertThat(ask("GET", "hotels/SMP/outputs", "", 200)
                        .get(0)
                        .get("outputId")
                        .asText())
                .startsWith("SMP");
    }

    @Test
    void rate_and_behaviour_are_changed_in_part() throws Exception {
        ask("PUT", "rate", "{\"perMinute\":0.5}", 200);
        ask("PUT", "behaviour", "{\"mostTelegrams\":7,\"redelivery\":\"NEWER_ADDED\"}", 200);

        assertThat(simulator.rate()).isEqualTo(0.5);
        assertThat(simulator.behaviour())
                .isEqualTo(Behaviour.usual().withMostTelegrams(7).with(Behaviour.Redelivery.NEWER_ADDED));
    }

    @Test
    void what_is_not_understood_is_refused_with_words() throws Exception {
        assertThat(ask("POST", "faults", "{\"fault\":\"NO_SUCH\"}", 400)
                        .get("error")
                        .asText())
                .contains("NO_SUCH");
        ask("POST", "faults", "{", 400);
        ask("PUT", "rate", "{\"perMinute\":-1}", 400);
        ask("GET", "nothing", "", 400);
        ask("POST", "hotels/NONE/bookings", "{\"count\":1}", 400);
    }

    @Test
    void a_form_of_a_foreign_page_changes_nothing() throws Exception {
        var answer = pms.send(
                "POST", simulator.baseUri().resolve("/simulator/faults"), "text/plain", "{\"fault\":\"E013\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(simulator.faults().planned()).isEmpty();
    }

    private JsonNode ask(String method, String path, String json, int status) throws IOException, InterruptedException {
        var answer = pms.control(method, path, json);
        assertThat(answer.statusCode()).isEqualTo(status);
        return new ObjectMapper().readTree(answer.body());
    }
}
