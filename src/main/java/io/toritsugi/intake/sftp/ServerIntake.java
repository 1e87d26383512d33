package io.toritsugi.intake.sftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.InvalidPayloadException;
import org.springframework.stereotype.Component;

/** The step of the route that looks at partners' servers: takes in the file that the route has found. */
@Component("partnerServers")
class ServerIntake {

    private final Map<String, PartnerServer> servers;
    private final TakeFileIn takeIn;
    private final Attempts attempts;

    ServerIntake(SftpSettings settings, TakeFileIn takeIn, Attempts attempts) {
        this.servers = settings.servers().stream()
                .collect(Collectors.toUnmodifiableMap(PartnerServer::name, server -> server));
        this.takeIn = takeIn;
        this.attempts = attempts;
    }

    /** Takes a file in while it is being read from the other side, and notes what is to become of it there. */
    public void take(Exchange exchange, @ExchangeProperty("server") String name) {
        var server = Objects.requireNonNull(servers.get(name), name);
        var file = Objects.requireNonNull(ServerFiles.of(exchange), "a route of files without a file");
        var path = ServerFiles.path(file);
        try {
            var verdict = takeIn.take(
                    new DroppedFile(server, path), () -> new WholeFile(content(exchange), file.getFileLength()));
            exchange.setProperty(ServerMoves.VERDICT, verdict);
        } catch (IOException | RuntimeException failed) {
            attempts.failed(server, path, failed);
        }
    }

    private static InputStream content(Exchange exchange) throws IOException {
        try {
            return exchange.getMessage().getMandatoryBody(InputStream.class);
        } catch (InvalidPayloadException missing) {
            throw new IOException("The file could not be opened", missing);
        }
    }

    /** Ends with an error where the connection ended before the file did: half a file must not pass for a whole one. */
    private static final class WholeFile extends FilterInputStream {

        private final long length;
        private long read;

        WholeFile(InputStream bytes, long length) {
            super(bytes);
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            int got = super.read(target, offset, count);
            if (got >= 0) {
                read += got;
            } else if (read != length) {
                throw new IOException("Only " + read + " of " + length + " bytes came");
            }
            return got;
        }
    }
}
