package io.toritsugi.database;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the embedded PostgreSQL keeps its data and how it is run. Without meaning where {@code spring.datasource.url} is set.
 *
 * @param directory the folder of the server: its data, password, port and log
 * @param binaries where the server's programs are unpacked, once a version; kept, so that the next start is fast
 * @param port the port on the loopback address; 0 picks a free one at the first start and keeps to it
 * @param startTimeout how long the server may take until it answers, recovery after a crash included
 * @param durable false gives up every promise across a crash of the machine, for speed: for tests only
 * @param maxConnections how many connections the server takes
 */
@Validated
@ConfigurationProperties("toritsugi.embedded-database")
public record EmbeddedDatabaseSettings(
        @DefaultValue("data/postgres") Path directory,
        @DefaultValue("data/postgres-binaries") Path binaries,
        @DefaultValue("0") @Min(0) @Max(65535) int port,
        @DefaultValue("60s") Duration startTimeout,
        @DefaultValue("true") boolean durable,
        @DefaultValue("100") @Min(20) int maxConnections) {

    public EmbeddedDatabaseSettings {
        directory = directory.toAbsolutePath().normalize();
        binaries = binaries.toAbsolutePath().normalize();
    }
}
