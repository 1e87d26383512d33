package io.toritsugi.retry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.SettableClock;
import io.toritsugi.failure.RetryQueue;
import io.toritsugi.failure.RetryQueue.Place;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RetryTest
class RetryGaugesTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CamelContext camel;

    @Autowired
    SettableClock clock;

    @Autowired
    RetryQueue queue;

    @Autowired
    RetryGauges gauges;

    @Autowired
    MeterRegistry meters;

    private House house;

    @BeforeEach
    void stop_the_workers() throws Exception {
        for (var route : List.of("retry", "retry-gauges")) {
            camel.getRouteController().stopRoute(route);
        }
        jdbc.sql("delete from retry_queue").update();
        jdbc.sql("update import_failure set state = 'dismissed', resolved_at = now() where resolved_at is null")
                .update();
        house = House.open(port);
    }

    @Test
    void the_gauges_say_how_full_the_queue_is() {
        for (int booking = 0; booking < 3; booking++) {
            house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        }
        house.deliver("<html>".getBytes(StandardCharsets.UTF_8));
        gauges.count();
        assertThat(shown("toritsugi.retry.scheduled")).isEqualTo(3);
        assertThat(shown("toritsugi.retry.due")).isZero();
        assertThat(shown("toritsugi.retry.escalated")).isEqualTo(1);
        assertThat(shown("toritsugi.retry.oldest.due.seconds")).isZero();

        clock.advance(Duration.ofMinutes(10));
        assertThat(queue.claim("worker", 1, Place.FIRST, List.of()).claims()).hasSize(1);
        gauges.count();

        assertThat(shown("toritsugi.retry.scheduled")).isZero();
        assertThat(shown("toritsugi.retry.due")).isEqualTo(2);
        assertThat(shown("toritsugi.retry.retrying")).isEqualTo(1);
        assertThat(shown("toritsugi.retry.oldest.due.seconds")).isBetween(520.0, 600.0);
    }

    private double shown(String gauge) {
        return meters.get(gauge).gauge().value();
    }
}
