package io.toritsugi.confirm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.SettableClock;
import io.toritsugi.database.TestDatabase;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.Fate;
import io.toritsugi.link.RemoteFailedException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who confirms holds the output by a lease; who comes back after it is refused. */
class LateWorkerTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2027-01-10T00:00:00Z"));
    private final List<Object> events = new ArrayList<>();
    private JdbcClient jdbc;
    private ConfirmationResults results;
    private int hotel;

    @BeforeEach
    void an_output_is_due() {
        jdbc = JdbcClient.create(TestDatabase.fresh());
        results = new ConfirmationResults(
                jdbc,
                new ConfirmSettings(Duration.ofMinutes(1), Duration.ofHours(1), 8),
                new ObjectMapper(),
                events::add,
                clock);
        hotel = jdbc.sql("insert into hotel (code, name) values ('H', 'H') returning id")
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into hotel_connection (hotel_id, address, system_id, connect_timeout_ms, read_timeout_ms)
                        values (:hotel, 'https://lincoln.invalid', 'T', 1000, 9000)
                        """).param("hotel", hotel).update();
        due("O1");
    }

    @Test
    void a_worker_that_is_held_beyond_its_lease_cannot_write() {
        var held = worker().claim(hotel).orElseThrow();
        clock.forward(Duration.ofMinutes(5));
        var other = worker().claim(hotel).orElseThrow();

        assertThat(other.id()).isEqualTo(held.id());
        assertThat(results.confirmed(held)).isFalse();
        assertThat(results.failed(held, refusal())).isFalse();
        assertThat(state("O1")).isEqualTo("due");
        assertThat(events).isEmpty();

        assertThat(results.confirmed(other)).isTrue();
        assertThat(state("O1")).isEqualTo("confirmed");
        assertThat(events).singleElement().isInstanceOf(OutputConfirmed.class);
    }

    @Test
    void within_its_lease_nobody_else_gets_it() {
        assertThat(worker().claim(hotel)).isPresent();
        clock.forward(Duration.ofSeconds(30));

        assertThat(worker().claim(hotel)).isEmpty();
    }

    @Test
    void workers_that_claim_at_the_same_time_get_different_outputs() throws Exception {
        for (int number = 2; number <= 40; number++) {
            due("O" + number);
        }
        var threads = Executors.newFixedThreadPool(4);
        try {
            var claims = new ArrayList<Callable<Long>>();
            for (int number = 0; number < 40; number++) {
                claims.add(() -> worker().claim(hotel).map(ClaimedOutput::id).orElse(-1L));
            }
            var claimed = new ArrayList<Long>();
            for (Future<Long> claim : threads.invokeAll(claims)) {
                if (claim.get() > 0) {
                    claimed.add(claim.get());
                }
            }

            assertThat(claimed).doesNotHaveDuplicates().hasSizeGreaterThan(20);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_eighth_failure_calls_a_person() {
        for (int attempt = 1; attempt <= 8; attempt++) {
            assertThat(events).isEmpty();
            var claimed = worker().claim(hotel).orElseThrow();
            assertThat(claimed.attempts()).isEqualTo(attempt - 1);
            assertThat(results.failed(claimed, refusal())).isTrue();
            clock.forward(Duration.ofMinutes(70));
        }

        assertThat(state("O1")).isEqualTo("escalated");
        assertThat(events).singleElement().isInstanceOf(ConfirmationEscalated.class);
        assertThat(worker().claim(hotel)).isEmpty();
    }

    @Test
    void holding_back_is_no_attempt() {
        var claimed = worker().claim(hotel).orElseThrow();
        var gate = new RemoteFailedException(
                new Failure(FailureCode.REMOTE_CIRCUIT_OPEN, "call", Map.of()),
                Fate.NOT_SENT,
                clock.instant().plusSeconds(60));

        assertThat(results.failed(claimed, gate)).isTrue();

        assertThat(worker().claim(hotel)).isEmpty();
        clock.forward(Duration.ofSeconds(61));
        assertThat(worker().claim(hotel).orElseThrow().attempts()).isZero();
    }

    private ConfirmOutputs worker() {
        return new ConfirmOutputs(jdbc, null, null, results, clock);
    }

    private void due(String outputId) {
        jdbc.sql("""
                        insert into output (hotel_id, output_id, state, first_received_at, last_received_at, due_at)
                        values (:hotel, :output, 'due', :now, :now, :now)
                        """)
                .param("hotel", hotel)
                .param("output", outputId)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    private String state(String outputId) {
        return jdbc.sql("select state from output where output_id = :output")
                .param("output", outputId)
                .query(String.class)
                .single();
    }

    private static RemoteFailedException refusal() {
        return new RemoteFailedException(
                new Failure(FailureCode.REMOTE_SOAP_FAULT, "call", Map.of("service", "OutputCompleteService")),
                Fate.UNKNOWN);
    }
}
