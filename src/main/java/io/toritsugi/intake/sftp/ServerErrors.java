package io.toritsugi.intake.sftp;

import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.ExceptionHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Camel itself could not do with a file on a partner's server: it waits like every other file that makes trouble. */
final class ServerErrors implements ExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ServerErrors.class);

    private final PartnerServer server;
    private final Attempts attempts;

    ServerErrors(PartnerServer server, Attempts attempts) {
        this.server = server;
        this.attempts = attempts;
    }

    @Override
    public void handleException(Throwable exception) {
        handleException(null, null, exception);
    }

    @Override
    public void handleException(@Nullable String message, Throwable exception) {
        handleException(message, null, exception);
    }

    @Override
    public void handleException(@Nullable String message, @Nullable Exchange exchange, Throwable exception) {
        GenericFile<SftpRemoteFile> file = exchange == null ? null : ServerFiles.of(exchange);
        if (file != null && exception instanceof Exception failure) {
            attempts.failed(server, ServerFiles.path(file), failure);
        } else {
            // A round that failed is told of by ServerRounds.
            LOG.debug("{}: {}", server.name(), message, exception);
        }
    }
}
