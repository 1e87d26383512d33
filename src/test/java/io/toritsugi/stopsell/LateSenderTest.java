package io.toritsugi.stopsell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.SettableClock;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.AdjustmentAnswer;
import io.toritsugi.link.Fate;
import io.toritsugi.link.LincolnStock;
import io.toritsugi.link.LinkTest;
import io.toritsugi.link.RemoteFailedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A worker who was held beyond his lease finds that somebody else has settled it. */
@LinkTest
class LateSenderTest {

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CamelContext camel;

    @Autowired
    PrepareSendings prepare;

    @Autowired
    SendingClaims claims;

    @Autowired
    SendAdjustments sender;

    @Autowired
    SendingResults results;

    @Autowired
    LincolnStock lincoln;

    private StopSells house;

    @BeforeEach
    void the_clock_sends_nothing() throws Exception {
        camel.getRouteController().suspendRoute("stop-sell");
        house = StopSells.open(port, clock, jdbc, 20);
    }

    @AfterEach
    void the_clock_sends_again() throws Exception {
        house.close();
        camel.getRouteController().resumeRoute("stop-sell");
    }

    @Test
    void the_late_result_is_left_out_and_nothing_is_sent_twice() {
        var stop = stop();
        var held = claim();
        clock.forward(Duration.ofMinutes(5));

        var other = claim();
        assertThat(other.inDoubt()).isTrue();
        assertThat(sender.handle(other)).isTrue();
        var sent = claim();
        assertThat(sender.handle(sent)).isTrue();

        assertThat(results.answered(held, everythingDone())).isFalse();
        assertThat(results.failed(held, refusal())).isFalse();
        assertThat(house.show(stop).path("state").asText()).isEqualTo("sent");
        assertThat(house.hotel.lincoln.adjustments(house.hotel.code)).hasSize(1);
        assertThat(house.stopped("TWN")).containsExactly(house.in(10));
    }

    @Test
    void a_sender_who_dies_after_sending_is_succeeded_by_one_who_asks() {
        var stop = stop();
        var died = claim();
        sendWithoutWritingDown(died);
        clock.forward(Duration.ofMinutes(5));

        var other = claim();
        assertThat(other.inDoubt()).isTrue();
        sender.handle(other);

        assertThat(house.show(stop).path("state").asText()).isEqualTo("sent");
        assertThat(house.hotel.lincoln.adjustments(house.hotel.code)).hasSize(1);
        assertThat(house.show(stop).path("sendings")).hasSize(1);
    }

    private void sendWithoutWritingDown(ClaimedSending sending) {
        lincoln.adjust(sending.hotelId(), sending.requestId(), sending.targets());
    }

    private JsonNode stop() {
        var stop = house.want("stop", "TWN", house.in(10), house.in(11))
                .expect(201)
                .json();
        prepare.prepare();
        return stop;
    }

    private ClaimedSending claim() {
        int hotel = jdbc.sql("select id from hotel where code = :code")
                .param("code", house.hotel.code)
                .query(Integer.class)
                .single();
        return claims.claim(hotel).orElseThrow();
    }

    private static AdjustmentAnswer everythingDone() {
        return new AdjustmentAnswer(null, List.of());
    }

    private static RemoteFailedException refusal() {
        return new RemoteFailedException(new Failure(FailureCode.REMOTE_NOT_ACCEPTED, "call", Map.of()), Fate.REFUSED);
    }
}
