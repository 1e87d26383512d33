package io.toritsugi.stopsell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.toritsugi.SettableClock;
import io.toritsugi.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sends a request holds it by a lease; one at a time for a hotel; who finds one in doubt asks. */
class SendingClaimsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2027-01-10T00:00:00Z"));
    private final ObjectMapper json =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private JdbcClient jdbc;
    private TransactionTemplate transaction;
    private SendingTable sendings;
    private int hotel;
    private long proposal;

    @BeforeEach
    void a_stop_is_approved() {
        var pool = TestDatabase.fresh();
        jdbc = JdbcClient.create(pool);
        transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
        sendings = new SendingTable(jdbc, json, new RequestIds());
        hotel = jdbc.sql("insert into hotel (code, name) values ('H', 'H') returning id")
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into hotel_connection (hotel_id, address, system_id, credentials, connect_timeout_ms, read_timeout_ms)
                        values (:hotel, 'https://lincoln.invalid', 'T', '\\x00', 1000, 9000)
                        """).param("hotel", hotel).update();
        int type = jdbc.sql("""
                        insert into room_type (hotel_id, code, name, capacity, base_rate)
                        values (:hotel, 'TWN', 'TWN', 2, 1)
                        returning id
                        """).param("hotel", hotel).query(Integer.class).single();
        proposal = jdbc.sql("""
                        insert into stop_sell_proposal (hotel_id, room_type_id, nights, state, reason, proposed_at, decided_at)
                        values (:hotel, :type, '[2027-03-01,2027-04-01)', 'approved', 'by_hand', :now, :now)
                        returning id
                        """)
                .param("hotel", hotel)
                .param("type", type)
                .param("now", OffsetDateTime.now(clock))
                .query(Long.class)
                .single();
    }

    @Test
    void a_request_is_in_doubt_from_its_claim_on() {
        due(1);

        var claimed = claim(worker()).orElseThrow();

        assertThat(claimed.inDoubt()).isFalse();
        assertThat(claimed.rows()).allSatisfy(row -> assertThat(row.remaining()).isZero());
        assertThat(states()).containsExactly("unknown");
        clock.forward(Duration.ofMinutes(5));
        var other = claim(worker()).orElseThrow();
        assertThat(other.inDoubt()).isTrue();
        assertThat(other.requestId()).isEqualTo(claimed.requestId());
        assertThat(other.fence()).isGreaterThan(claimed.fence());
    }

    @Test
    void while_one_is_under_way_no_other_of_the_hotel_is_given_out() {
        due(3);
        assertThat(claim(worker())).isPresent();

        assertThat(claim(worker())).isEmpty();

        clock.forward(Duration.ofSeconds(39));
        assertThat(claim(worker())).isEmpty();
        clock.forward(Duration.ofSeconds(2));
        assertThat(claim(worker())).isPresent();
    }

    @Test
    void of_workers_that_look_at_the_same_time_one_gets_something() throws Exception {
        due(20);
        var threads = Executors.newFixedThreadPool(6);
        try {
            var claims = new ArrayList<Callable<Optional<ClaimedSending>>>();
            for (int number = 0; number < 30; number++) {
                claims.add(() -> claim(worker()));
            }
            int given = 0;
            for (var claim : threads.invokeAll(claims)) {
                given += claim.get().isPresent() ? 1 : 0;
            }

            assertThat(given).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void request_ids_have_eight_characters_and_are_new() {
        due(200);

        var ids = jdbc.sql("select request_id from stop_sell_sending")
                .query(String.class)
                .list();

        assertThat(ids).hasSize(200).doesNotHaveDuplicates().allMatch(id -> id.matches("[2-9A-HJ-NP-Z]{8}"));
    }

    private void due(int count) {
        for (int number = 0; number < count; number++) {
            var rows = List.of(AdjustmentRow.of("2", LocalDate.of(2027, 3, 1), StopSellAction.STOP));
            sendings.add(new SendingTable.Wanted(proposal, hotel, null, 0, rows, clock.instant()), clock.instant());
        }
    }

    private SendingClaims worker() {
        return new SendingClaims(jdbc, sendings, new RoomsToSell(jdbc), clock);
    }

    private Optional<ClaimedSending> claim(SendingClaims worker) {
        return transaction.execute(status -> worker.claim(hotel));
    }

    private List<String> states() {
        return jdbc.sql("select state from stop_sell_sending")
                .query(String.class)
                .list();
    }
}
