package io.toritsugi.conformance.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** A sender who brings a telegram and never reads what is answered; closing cuts the connection. */
final class DeafSender implements AutoCloseable {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    private DeafSender(Socket socket) {
        this.socket = socket;
    }

    static DeafSender post(URI base, TestHotel hotel, byte[] body) throws IOException {
        boolean secret = "https".equals(base.getScheme());
        int port = base.getPort() > 0 ? base.getPort() : secret ? HTTPS : HTTP;
        var socket = secret ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        socket.connect(new InetSocketAddress(base.getHost(), port), PATIENCE_MILLIS);
        var head = """
                POST /ota/tl-lincoln/%s HTTP/1.1\r
                Host: %s\r
                Authorization: Bearer %s\r
                Content-Type: text/xml; charset=UTF-8\r
                Content-Length: %d\r
                \r
                """.formatted(hotel.code(), base.getAuthority(), hotel.key(), body.length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return new DeafSender(socket);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
