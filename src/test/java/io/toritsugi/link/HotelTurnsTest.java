package io.toritsugi.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.SettableClock;
import io.toritsugi.database.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One consumer a hotel, over all nodes. */
class HotelTurnsTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2027-01-10T00:00:00Z"));
    private JdbcClient jdbc;

    @BeforeEach
    void twenty_hotels_are_due() {
        jdbc = JdbcClient.create(TestDatabase.fresh());
        for (int number = 1; number <= 20; number++) {
            jdbc.sql("""
                            with made as (insert into hotel (code, name) values (:code, :code) returning id)
                            insert into hotel_connection (hotel_id, address, system_id, credentials, poll, next_poll_at)
                            select id, 'https://lincoln.invalid', 'T', '\\x00', true, :now from made
                            """)
                    .param("code", "H" + number)
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
    }

    @Test
    void nodes_that_look_at_the_same_time_poll_different_hotels() throws Exception {
        var threads = Executors.newFixedThreadPool(6);
        try {
            var looks = new ArrayList<Callable<List<HotelTurn>>>();
            for (int look = 0; look < 30; look++) {
                looks.add(() -> node().claimPolls(hotels()));
            }
            var taken = new ArrayList<String>();
            for (var look : threads.invokeAll(looks)) {
                look.get().forEach(turn -> taken.add(turn.hotel()));
            }

            assertThat(taken).doesNotHaveDuplicates().hasSize(20);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void who_polls_keeps_others_from_confirming_and_who_confirms_from_polling() {
        var one = node();
        var other = node();
        var poll = one.claimPolls(List.of("H1")).get(0);

        assertThat(other.claim(poll.hotelId())).isEmpty();
        one.end(poll);
        jdbc.sql("update hotel_connection set unsettled_since = null").update();
        var confirmation = other.claim(poll.hotelId());

        assertThat(confirmation).isPresent();
        assertThat(one.claimPolls(List.of("H1"))).isEmpty();
        other.end(confirmation.orElseThrow());
        assertThat(one.claimPolls(List.of("H1"))).hasSize(1);
    }

    @Test
    void a_node_that_died_is_succeeded_when_its_lease_is_over_and_its_poll_counts_as_unsettled() {
        var dead = node().claimPolls(List.of("H1")).get(0);
        var other = node();
        assertThat(other.claimPolls(List.of("H1"))).isEmpty();

        clock.forward(Duration.ofSeconds(61));
        var next = other.claimPolls(List.of("H1")).get(0);

        assertThat(next.fence()).isGreaterThan(dead.fence());
        assertThat(next.unsettledSince()).isEqualTo(Instant.parse("2027-01-10T00:00:00Z"));
        other.end(next);
        assertThat(other.claim(next.hotelId()))
                .as("nothing is confirmed before a poll has succeeded")
                .isEmpty();
    }

    @Test
    void signs_of_life_keep_a_turn_beyond_its_lease() {
        var patient = node();
        patient.claimPolls(List.of("H1"));

        for (int second = 0; second < 180; second += 30) {
            clock.forward(Duration.ofSeconds(30));
            patient.keepAll();
            assertThat(node().claimPolls(List.of("H1"))).isEmpty();
        }
    }

    @Test
    void a_turn_that_was_lost_ends_nobody_elses() {
        var late = node();
        var lost = late.claimPolls(List.of("H1")).get(0);
        clock.forward(Duration.ofSeconds(61));
        var other = node();
        other.claimPolls(List.of("H1"));

        late.end(lost);

        assertThat(node().claimPolls(List.of("H1"))).isEmpty();
    }

    @Test
    void nobody_is_asked_in_maintenance_or_before_the_time_that_tl_lincoln_asked_for() {
        jdbc.sql("""
                        insert into connection_maintenance (hotel_id, during, reason)
                        select id, tstzrange(:from, :to), 'x' from hotel where code = 'H1'
                        """)
                .param("from", OffsetDateTime.now(clock).minusHours(1))
                .param("to", OffsetDateTime.now(clock).plusHours(1))
                .update();
        jdbc.sql("""
                        update hotel_connection
                        set backoff_until = :until
                        where hotel_id = (select id from hotel where code = 'H2')
                        """).param("until", OffsetDateTime.now(clock).plusMinutes(1)).update();

        assertThat(node().claimPolls(List.of("H1", "H2"))).isEmpty();
        clock.forward(Duration.ofMinutes(2));
        assertThat(node().claimPolls(List.of("H1", "H2")))
                .extracting(HotelTurn::hotel)
                .containsExactly("H2");
        clock.forward(Duration.ofHours(1));
        assertThat(node().claimPolls(List.of("H1"))).hasSize(1);
    }

    @Test
    void a_node_begins_no_more_than_it_may() {
        assertThat(node().claimPolls(hotels())).hasSize(8);
    }

    private HotelTurns node() {
        return new HotelTurns(jdbc, settings(), clock);
    }

    private List<String> hotels() {
        return jdbc.sql("select code from hotel").query(String.class).list();
    }

    static LinkSettings settings() {
        return new LinkSettings(
                null,
                Path.of("target/link-test/keys.json"),
                8,
                Duration.ofSeconds(60),
                Duration.ofSeconds(3),
                Duration.ofMinutes(15),
                new LinkSettings.Waits(Duration.ofMinutes(1), Duration.ofMinutes(30)),
                List.of(),
                Map.of());
    }
}
