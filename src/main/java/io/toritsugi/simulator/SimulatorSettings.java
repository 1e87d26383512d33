package io.toritsugi.simulator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The simulator that runs beside the application, on the loopback address. Never in production.
 *
 * @param enabled whether it runs at all
 * @param port where it listens; 0 picks a free port
 * @param rate telegrams that it makes up a minute; 0 keeps it silent, and it answers all the same
 * @param hotel the code of the hotel that it knows
 * @param systemId with user and password what a client has to show for that hotel
 * @param seed of what it makes up; without one every start makes up something else
 */
@Validated
@ConfigurationProperties("toritsugi.simulator")
record SimulatorSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("8090") @Min(0) @Max(65535) int port,
        @DefaultValue("0") @Min(0) @Max(60_000) double rate,
        @DefaultValue("SMP") String hotel,
        @DefaultValue("TORITSUGI") String systemId,
        @DefaultValue("SMP") String user,
        @DefaultValue("simulated") String password,
        @Nullable Long seed) {

    SimulatorOptions options(Clock clock) {
        return SimulatorOptions.silent(port)
                .withHotels(Map.of(hotel, new Credentials(systemId, user, password)))
                .withRate(rate)
                .withSeed(seed == null ? clock.instant().getEpochSecond() : seed)
                .withClock(clock);
    }
}
