package io.toritsugi.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that stays open, as an OTA system holds it. Written by hand because loader and application share
 * two cores: what a full client spends would be counted against the application. Not thread-safe.
 */
final class KeepAliveConnection implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean closing;
    private final int port;
    private final String key;

    KeepAliveConnection(int port, String key) throws IOException {
        this.port = port;
        this.key = key;
        open();
    }

    private void open() throws IOException {
        this.closing = false;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = socket.getOutputStream();
    }

    /** Posts a body to a hotel's intake; answers the status once the whole receipt has arrived. */
    int post(String hotel, byte[] body) throws IOException {
        byte[] head = head(hotel, body.length);
        var request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        reopenIfClosing();
        out.write(request);
        return readAnswer();
    }

    int post(String hotel, Path body) throws IOException {
        reopenIfClosing();
        out.write(head(hotel, Files.size(body)));
        Files.copy(body, out);
        return readAnswer();
    }

    /** A server may end a connection after any answer, and says so in it. */
    private void reopenIfClosing() throws IOException {
        if (closing) {
            socket.close();
            open();
        }
    }

    private byte[] head(String hotel, long length) {
        return ("POST /ota/tl-lincoln/" + hotel + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer "
                        + key + "\r\nContent-Type: text/xml; charset=UTF-8\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private int readAnswer() throws IOException {
        int status = Integer.parseInt(readLine().split(" ", 3)[1]);
        long length = 0;
        boolean chunked = false;
        for (var line = readLine(); !line.isEmpty(); line = readLine()) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length =
                        Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
            closing |= header.startsWith("connection:") && header.contains("close");
            chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
        }
        if (chunked) {
            skipChunks();
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private void skipChunks() throws IOException {
        long size = Long.parseLong(readLine(), 16);
        while (size > 0) {
            in.skipNBytes(size);
            readLine();
            size = Long.parseLong(readLine(), 16);
        }
        readLine();
    }

    private String readLine() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The application closed the connection");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
