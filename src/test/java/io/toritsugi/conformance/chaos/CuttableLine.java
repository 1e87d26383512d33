package io.toritsugi.conformance.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A port that leads to another one until it is cut: then what was under way ends, and whoever calls is refused. */
final class CuttableLine implements AutoCloseable {

    private static final int CALLERS = 50;

    private final InetSocketAddress far;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final int port;
    private volatile @Nullable ServerSocket door;

    CuttableLine(URI far) {
        this.far = new InetSocketAddress(far.getHost(), far.getPort());
        this.port = listen(0);
    }

    /** The near end: {@code http://127.0.0.1:…}. */
    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void cut() {
        close(door);
        door = null;
        open.forEach(CuttableLine::close);
        open.clear();
    }

    void mend() {
        listen(port);
    }

    @Override
    public void close() {
        cut();
        threads.shutdownNow();
    }

    private int listen(int wanted) {
        try {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), CALLERS);
            door = listening;
            threads.execute(() -> acceptAll(listening));
            return listening.getLocalPort();
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    private void acceptAll(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var near = listening.accept();
                var beyond = new Socket(far.getAddress(), far.getPort());
                open.add(near);
                open.add(beyond);
                threads.execute(() -> pass(near, beyond));
                threads.execute(() -> pass(beyond, near));
            } catch (IOException cut) {
                close(listening);
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException cut) {
            close(from);
            close(to);
        }
    }

    private static void close(@Nullable AutoCloseable ended) {
        if (ended == null) {
            return;
        }
        try {
            ended.close();
        } catch (Exception already) {
            throw new IllegalStateException(already);
        }
    }
}
