package io.toritsugi.conformance.testbuild;

import io.toritsugi.conformance.ApplicationProcess;
import io.toritsugi.conformance.ApplicationProcess.Blueprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** A test build in a process of its own. */
public final class RunningTestBuild implements AutoCloseable {

    private static final int DONE = 204;

    private final ApplicationProcess application;
    private final int door;
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningTestBuild(ApplicationProcess application, int door) {
        this.application = application;
        this.door = door;
    }

    /** Starts it on an empty folder and waits until it is ready. */
    public static RunningTestBuild started(Blueprint blueprint) {
        int door = freePort();
        var settings = new ArrayList<>(blueprint.settings());
        settings.add("test-build.port=" + door);
        var program = new Blueprint(blueprint.name(), blueprint.data(), TestBuild.class.getName(), true, settings);
        return new RunningTestBuild(ApplicationProcess.started(program), door);
    }

    public ApplicationProcess application() {
        return application;
    }

    /** @param sabotage null switches off whatever is on */
    void sabotage(@Nullable Sabotage sabotage) {
        ask("/sabotage", sabotage == null ? "" : sabotage.name());
    }

    /** Sets the clock so far ahead of the machine's; negative behind it. A restart sets it right. */
    public void clockAhead(Duration duration) {
        ask("/clock", duration.toString());
    }

    @Override
    public void close() {
        application.close();
    }

    private void ask(String path, String text) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + path))
                .POST(BodyPublishers.ofString(text))
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            if (status != DONE) {
                throw new IllegalStateException(path + " " + text + " answered " + status);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
