package io.toritsugi.intake.sftp;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Whether the SFTP server listens. Without it the application is well all the same: bookings come by other ways too. */
@Component
@ConditionalOnBooleanProperty("toritsugi.sftp.enabled")
class SftpHealth implements HealthIndicator {

    private final SftpServer server;

    SftpHealth(SftpServer server) {
        this.server = server;
    }

    @Override
    public Health health() {
        return server.isRunning()
                ? Health.up().withDetail("port", server.port()).build()
                : Health.unknown()
                        .withDetail("reason", "It could not be started; the log says why")
                        .build();
    }
}
