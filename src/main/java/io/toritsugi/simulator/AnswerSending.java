package io.toritsugi.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts an answer on the wire: whole, or as a fault of the connection leaves it. */
final class AnswerSending {

    private static final int PIECES = 50;

    private final CountDownLatch stopped;

    /** @param stopped opens when the simulator stops: nobody is kept waiting beyond that */
    AnswerSending(CountDownLatch stopped) {
        this.stopped = stopped;
    }

    void send(HttpExchange exchange, Answer answer, @Nullable PlannedFault fault) throws IOException {
        if (fault == null) {
            whole(exchange, answer);
            return;
        }
        switch (fault.fault()) {
            case TIMEOUT_AFTER_PROCESSING -> {
                pause(fault.lasting());
                exchange.close();
            }
            case LOST_ANSWER -> exchange.close();
            case HALF_ANSWER -> half(exchange, answer);
            case SLOW_BYTES -> slowly(exchange, answer, fault.lasting());
            case TOO_MANY_REQUESTS,
                    NOTHING_FOUND,
                    DUPLICATES,
                    OUT_OF_ORDER,
                    MAINTENANCE_PAGE,
                    MAINTENANCE_UNAVAILABLE,
                    SOAP_FAULT,
                    CHANGED_OUTPUT_ID,
                    SUCCESS_MISSING,
                    PARTIAL_FAILURE,
                    DUPLICATED_REQUEST_ID -> whole(exchange, answer);
        }
    }

    private static void whole(HttpExchange exchange, Answer answer) throws IOException {
        headers(exchange, answer);
        try (var body = exchange.getResponseBody()) {
            body.write(answer.body());
        }
    }

    private static void half(HttpExchange exchange, Answer answer) throws IOException {
        headers(exchange, answer);
        exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
        exchange.getResponseBody().flush();
        // The announced length is not reached: the server can only cut the connection.
        exchange.close();
    }

    private void slowly(HttpExchange exchange, Answer answer, Duration lasting) throws IOException {
        headers(exchange, answer);
        int length = answer.body().length;
        try (var body = exchange.getResponseBody()) {
            for (int piece = 0; piece < PIECES; piece++) {
                int from = length * piece / PIECES;
                body.write(answer.body(), from, length * (piece + 1) / PIECES - from);
                body.flush();
                pause(lasting.dividedBy(PIECES));
            }
        }
    }

    private static void headers(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
    }

    private void pause(Duration lasting) throws IOException {
        try {
            // Whether the simulator stopped or the time is over, the answer goes on.
            boolean over = stopped.await(lasting.toMillis(), TimeUnit.MILLISECONDS);
            if (over) {
                throw new IOException("The simulator stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while an answer was held back");
        }
    }
}
