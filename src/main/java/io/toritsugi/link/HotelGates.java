package io.toritsugi.link;

import static io.toritsugi.failure.FailureCode.REMOTE_ANSWER_LOST;
import static io.toritsugi.failure.FailureCode.REMOTE_CONNECT_TIMEOUT;
import static io.toritsugi.failure.FailureCode.REMOTE_HALF_ANSWER;
import static io.toritsugi.failure.FailureCode.REMOTE_HOST_UNKNOWN;
import static io.toritsugi.failure.FailureCode.REMOTE_HTML_PAGE;
import static io.toritsugi.failure.FailureCode.REMOTE_HTTP_STATUS;
import static io.toritsugi.failure.FailureCode.REMOTE_READ_TIMEOUT;
import static io.toritsugi.failure.FailureCode.REMOTE_REFUSED;
import static io.toritsugi.failure.FailureCode.REMOTE_SOAP_FAULT;
import static io.toritsugi.failure.FailureCode.REMOTE_TLS;
import static io.toritsugi.failure.FailureCode.REMOTE_UNREACHABLE;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.RemoteCircuit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands between a hotel and TL-Lincoln on this node: how many calls a minute, and a breaker that spares a partner who
 * does not answer. Made anew when the hotel's limits change. Safe for many threads.
 */
@Component
class HotelGates implements RemoteCircuit {

    /** A partner who says no is there; these say that nobody sensible answers. */
    private static final Set<FailureCode> NOBODY_THERE = Set.of(
            REMOTE_HOST_UNKNOWN,
            REMOTE_REFUSED,
            REMOTE_UNREACHABLE,
            REMOTE_CONNECT_TIMEOUT,
            REMOTE_READ_TIMEOUT,
            REMOTE_TLS,
            REMOTE_ANSWER_LOST,
            REMOTE_HALF_ANSWER,
            REMOTE_HTTP_STATUS,
            REMOTE_HTML_PAGE,
            REMOTE_SOAP_FAULT);

    private final Map<Integer, Gate> gates = new ConcurrentHashMap<>();
    private final Clock clock;

    HotelGates(Clock clock) {
        this.clock = clock;
    }

    /** The gate of a hotel, with the limits that the connection has now. */
    Gate of(Connection connection) {
        return gates.compute(
                connection.hotelId(),
                (hotel, known) -> known != null && known.limits().equals(Limits.of(connection))
                        ? known
                        : new Gate(Limits.of(connection)));
    }

    /** Whether the breaker of a hotel holds calls back at present; for this node. */
    @Override
    public boolean isOpen(int hotelId) {
        var gate = gates.get(hotelId);
        return gate != null && gate.breaker.getState() == CircuitBreaker.State.OPEN;
    }

    private record Limits(String address, int requestsPerMinute, int breakerFailures, int breakerOpenMs) {

        static Limits of(Connection connection) {
            return new Limits(
                    connection.address(),
                    connection.requestsPerMinute(),
                    connection.breakerFailures(),
                    connection.breakerOpenMs());
        }
    }

    /** The gate of one hotel. */
    final class Gate {

        private final Limits limits;
        private final Bucket bucket;
        private final CircuitBreaker breaker;

        private Gate(Limits limits) {
            this.limits = limits;
            this.bucket = Bucket.builder()
                    .withCustomTimePrecision(new ClockMeter(clock))
                    .addLimit(limit -> limit.capacity(limits.requestsPerMinute())
                            .refillGreedy(limits.requestsPerMinute(), Duration.ofMinutes(1)))
                    .build();
            this.breaker = CircuitBreaker.of(
                    "tl-lincoln",
                    CircuitBreakerConfig.custom()
                            .slidingWindowType(SlidingWindowType.COUNT_BASED)
                            .slidingWindowSize(limits.breakerFailures())
                            .minimumNumberOfCalls(limits.breakerFailures())
                            .failureRateThreshold(100)
                            .permittedNumberOfCallsInHalfOpenState(1)
                            .waitDurationInOpenState(Duration.ofMillis(limits.breakerOpenMs()))
                            .build());
        }

        private Limits limits() {
            return limits;
        }

        /**
         * Lets a call through and counts it.
         *
         * @throws RemoteFailedException {@code remote.circuit_open}, {@code remote.rate_limited}: not sent
         */
        void pass(RemoteService service) {
            if (!breaker.tryAcquirePermission()) {
                throw closed(
                        FailureCode.REMOTE_CIRCUIT_OPEN,
                        service,
                        clock.instant().plusMillis(limits.breakerOpenMs()));
            }
            try {
                count(service);
            } catch (RemoteFailedException limited) {
                breaker.releasePermission();
                throw limited;
            }
        }

        /** Counts a call that passes by the breaker, because a person wants to know. */
        void count(RemoteService service) {
            var taken = bucket.tryConsumeAndReturnRemaining(1);
            if (!taken.isConsumed()) {
                throw closed(
                        FailureCode.REMOTE_RATE_LIMITED,
                        service,
                        clock.instant().plusNanos(taken.getNanosToWaitForRefill()));
            }
        }

        /** How a call that passed has ended: null for a success. */
        void note(@Nullable RemoteFailedException failed, Duration took) {
            if (failed != null && NOBODY_THERE.contains(failed.failure().code())) {
                breaker.onError(took.toNanos(), TimeUnit.NANOSECONDS, failed);
            } else {
                breaker.onSuccess(took.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        private RemoteFailedException closed(FailureCode code, RemoteService service, Instant again) {
            return new RemoteFailedException(
                    new Failure(code, AnswerJudgement.STAGE, Map.of("service", service.spelling())),
                    Fate.NOT_SENT,
                    again);
        }
    }

    /** Buckets fill by the clock of the application. */
    private record ClockMeter(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(clock.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
