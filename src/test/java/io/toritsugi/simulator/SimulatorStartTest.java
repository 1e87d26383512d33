package io.toritsugi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class SimulatorStartTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(Wiring.class, RunningSimulator.class)
            .withBean(Clock.class, Clock::systemUTC);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(SimulatorSettings.class)
    static class Wiring {}

    @Test
    void it_runs_only_where_it_is_asked_for() {
        application.run(context -> assertThat(context).doesNotHaveBean(RunningSimulator.class));
        application
                .withPropertyValues("toritsugi.simulator.enabled=true", "toritsugi.simulator.port=0")
                .run(context -> {
                    var running = context.getBean(RunningSimulator.class).server();
                    assertThat(new SimulatorClient(running).poll().succeeded()).isTrue();
                });
    }

    @Test
    void a_taken_port_costs_the_simulator_and_not_the_application() throws IOException {
        try (var other = SimulatorServer.start(0)) {
            application
                    .withPropertyValues(
                            "toritsugi.simulator.enabled=true",
                            "toritsugi.simulator.port=" + other.baseUri().getPort())
                    .run(context -> assertThat(
                                    context.getBean(RunningSimulator.class).isRunning())
                            .isFalse());
        }
    }

    @Test
    void the_settings_are_silent_by_default() {
        application.withPropertyValues("toritsugi.simulator.seed=4").run(context -> {
            var settings = context.getBean(SimulatorSettings.class);
            assertThat(settings)
                    .isEqualTo(new SimulatorSettings(false, 8090, 0, "SMP", "TORITSUGI", "SMP", "simulated", 4L));
        });
    }

    @Test
    void by_itself_it_listens_to_the_environment() {
        var clock = Clock.fixed(Instant.ofEpochSecond(1_800_000_000), ZoneOffset.UTC);

        var usual = Simulator.options(Map.of(), clock);
        assertThat(usual.port()).isEqualTo(8090);
        assertThat(usual.address().isLoopbackAddress()).isTrue();
        assertThat(usual.ratePerMinute()).isEqualTo(2);
        assertThat(usual.seed()).isEqualTo(1_800_000_000L);

        var other = Simulator.options(
                Map.of(
                        "TORITSUGI_SIMULATOR_PORT", "0",
                        "TORITSUGI_SIMULATOR_RATE", "0.5",
                        "TORITSUGI_SIMULATOR_HOTEL", "H2",
                        "TORITSUGI_SIMULATOR_USER", "someone"),
                clock);
        assertThat(other.port()).isZero();
        assertThat(other.ratePerMinute()).isEqualTo(0.5);
        assertThat(other.hotels())
                .containsExactly(Map.entry("H2", new Credentials("TORITSUGI", "someone", "simulated")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulator.options(Map.of("TORITSUGI_SIMULATOR_RATE", "-1"), clock));
    }

    @Test
    void bookings_come_at_the_rate_of_the_clock() throws IOException {
        var clock = new SettableClock(Instant.parse("2027-01-10T00:00:00Z"));
        var options = SimulatorOptions.silent(0).withRate(2).withClock(clock);
        try (var simulator = SimulatorServer.start(options)) {
            simulator.tick();
            assertThat(simulator.waiting("SMP")).isZero();

            clock.forward(Duration.ofMinutes(3));
            simulator.tick();
            assertThat(simulator.waiting("SMP")).isEqualTo(6);

            simulator.rate(0);
            clock.forward(Duration.ofMinutes(3));
            simulator.tick();
            assertThat(simulator.waiting("SMP")).isEqualTo(6);
        }
    }

    @Test
    void where_nobody_fetches_nothing_more_is_made_up() throws IOException {
        var clock = new SettableClock(Instant.parse("2027-01-10T00:00:00Z"));
        var options = SimulatorOptions.silent(0).withRate(2).withClock(clock);
        try (var simulator = SimulatorServer.start(options)) {
            simulator.enqueue("SMP", Collections.nCopies(4_999, "<a/>").toArray(String[]::new));

            clock.forward(Duration.ofMinutes(3));
            simulator.tick();

            assertThat(simulator.waiting("SMP")).isEqualTo(5_000);
        }
    }

    @Test
    void credentials_do_not_tell_the_password() {
        assertThat(Credentials.DEMO.toString()).doesNotContain("simulated");
    }

    private static final class SettableClock extends Clock {

        private final AtomicReference<Instant> now;

        SettableClock(Instant now) {
            this.now = new AtomicReference<>(now);
        }

        void forward(Duration by) {
            now.updateAndGet(before -> before.plus(by));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
