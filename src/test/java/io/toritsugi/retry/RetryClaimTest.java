package io.toritsugi.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.toritsugi.conformance.House;
import io.toritsugi.conformance.SettableClock;
import io.toritsugi.failure.RetryClaim;
import io.toritsugi.failure.RetryQueue;
import io.toritsugi.failure.RetryQueue.Place;
import io.toritsugi.failure.RetrySchedule;
import io.toritsugi.intake.ImportFeed;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.reservation.Trigger;
import io.toritsugi.retry.RetryTest.Circuits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may work on a retry, and for how long: the test itself is the worker, so the routes that do it are stopped. */
@RetryTest
class RetryClaimTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final List<String> WORKERS = List.of("retry", "retry-heartbeat", "bulk");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    @Autowired
    CamelContext camel;

    @Autowired
    SettableClock clock;

    @Autowired
    RetryQueue queue;

    @Autowired
    RetrySchedule schedule;

    @Autowired
    ImportFeed feed;

    @Autowired
    HeldRetries held;

    @Autowired
    DueRetries due;

    @Autowired
    Circuits circuits;

    private House house;

    @BeforeEach
    void stop_the_workers() throws Exception {
        for (var route : WORKERS) {
            camel.getRouteController().stopRoute(route);
        }
        jdbc.sql("delete from retry_queue").update();
        house = House.open(port);
    }

    @Test
    void a_worker_paused_beyond_its_lease_changes_nothing_after_another_has_failed() {
        var failure = unmapped();
        clock.advance(Duration.ofMinutes(2));
        var late = claim();
        clock.advance(schedule.lease().plusSeconds(1));
        var other = claim();
        work(other);
        await().atMost(SOON).until(() -> failure.attempts() == 2);
        var before = failure.show();

        work(late);

        assertThat(other.get(0).fence()).isGreaterThan(late.get(0).fence());
        assertThat(failure.show()).isEqualTo(before);
        assertThat(failure.tries(jdbc)).containsExactly("initial", "retry");
    }

    @Test
    void a_worker_paused_beyond_its_lease_changes_nothing_after_another_has_healed() {
        var booking = House.booking("TARO MIHON", ARRIVAL, "9999");
        var failure = Case.of(house, house.send(booking));
        clock.advance(Duration.ofMinutes(2));
        var late = claim();
        clock.advance(schedule.lease().plusSeconds(1));
        map("9999", "TWN");
        work(claim());
        await().atMost(SOON).until(() -> failure.state().equals("resolved"));
        var before = failure.telegramCase();
        var reservation = failure.reservation(booking.bookingNumber());

        work(late);

        assertThat(failure.telegramCase()).isEqualTo(before);
        assertThat(failure.reservation(booking.bookingNumber())).isEqualTo(reservation);
        assertThat(failure.tries(jdbc)).containsExactly("initial", "retry");
    }

    @Test
    void a_worker_that_is_still_at_it_keeps_its_claim_by_its_heartbeat() throws Exception {
        var failure = unmapped();
        clock.advance(Duration.ofMinutes(2));
        try (var occupied = hold(failure)) {
            assertThat(due.feed()).isEqualTo(1);

            for (int beat = 0; beat < 3; beat++) {
                clock.advance(schedule.lease().minusSeconds(2));
                assertThat(held.renew()).isEqualTo(1);
                assertThat(claim()).isEmpty();
            }
            assertThat(failure.state()).isEqualTo("retrying");
            occupied.commit();
        }

        await().atMost(SOON).until(() -> failure.attempts() == 2);
        assertThat(failure.state()).isEqualTo("waiting");
        await().atMost(SOON).until(() -> held.renew() == 0);
    }

    @Test
    void a_retry_that_is_under_way_already_is_given_back_and_not_begun_twice() throws Exception {
        var failure = unmapped();
        clock.advance(Duration.ofMinutes(2));
        try (var occupied = hold(failure)) {
            assertThat(due.feed()).isEqualTo(1);
            clock.advance(schedule.lease().plusSeconds(1));
            assertThat(due.feed()).isZero();
            occupied.commit();
        }

        // The first claim was taken over and given back: its word counts for nothing, and a later look takes it again.
        await().atMost(SOON).until(() -> !feed.isInFlight(failure.telegram()));
        assertThat(failure.attempts()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(2));
        assertThat(due.feed()).isEqualTo(1);
        await().atMost(SOON).until(() -> failure.attempts() == 2);
    }

    @Test
    void what_a_crashed_worker_held_is_free_again_when_its_lease_ends() {
        unmapped();
        clock.advance(Duration.ofMinutes(2));
        assertThat(claim()).hasSize(1);
        assertThat(claim()).isEmpty();

        clock.advance(schedule.lease().plusSeconds(1));

        assertThat(claim()).hasSize(1);
    }

    @Test
    void a_failure_is_being_retried_exactly_as_long_as_somebody_holds_it() {
        var failure = unmapped();
        clock.advance(Duration.ofMinutes(2));
        claim();

        assertThat(failure.state()).isEqualTo("retrying");
        assertThat(listed("retrying")).isEqualTo(1);
        assertThat(listed("waiting")).isZero();

        clock.advance(schedule.lease().plusSeconds(1));
        assertThat(failure.state()).isEqualTo("waiting");
        assertThat(listed("retrying")).isZero();
        assertThat(listed("waiting")).isEqualTo(1);
    }

    @Test
    void two_workers_never_have_the_same_retry() throws Exception {
        for (int booking = 0; booking < 30; booking++) {
            house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        }
        clock.advance(Duration.ofMinutes(2));
        var taken = new ConcurrentLinkedQueue<Long>();
        var workers = IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> {
                    List<RetryClaim> page;
                    do {
                        page = queue.claim("worker " + number, 3, Place.FIRST, List.of())
                                .claims();
                        page.forEach(claim -> taken.add(claim.failureId()));
                    } while (!page.isEmpty());
                }))
                .toList();
        workers.forEach(Thread::start);
        for (var worker : workers) {
            worker.join();
        }

        assertThat(taken).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void arrivals_within_48_hours_go_first_also_when_they_came_near_only_while_waiting() {
        var today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Tokyo")));
        var far = Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL.plusYears(1), "9999")));
        var near = Case.of(house, house.send(House.booking("TARO MIHON", today.plusDays(4), "9999")));
        var now = Case.of(house, house.send(House.booking("TARO MIHON", today, "9999")));
        assertThat(priorities(now, near, far)).containsExactly(0, 1, 1);

        jdbc.sql("update retry_queue set due_at = due_at - interval '1 hour' where failure_id = :id")
                .param("id", far.id())
                .update();
        clock.advance(Duration.ofHours(60));
        var page = queue.claim("before", 10, Place.FIRST, List.of());
        queue.giveBack(page.claims(), Duration.ZERO);
        assertThat(page.claims()).extracting(RetryClaim::failureId).containsExactly(now.id(), far.id(), near.id());
        jdbc.sql("update retry_queue set due_at = due_at + interval '30 days'").update();
        due.feed();

        assertThat(priorities(now, near, far)).containsExactly(0, 0, 1);
    }

    @Test
    void a_look_goes_on_behind_the_last_row_and_not_from_the_start() {
        for (int booking = 0; booking < 5; booking++) {
            house.send(House.booking("TARO MIHON", ARRIVAL, "9999"));
        }
        clock.advance(Duration.ofMinutes(2));

        var first = queue.claim("worker", 2, Place.FIRST, List.of());
        queue.giveBack(first.claims(), Duration.ZERO);
        var second = queue.claim("worker", 2, first.next(), List.of());
        var third = queue.claim("worker", 2, second.next(), List.of());

        assertThat(List.of(first, second, third))
                .flatExtracting(RetryQueue.Page::claims)
                .extracting(RetryClaim::failureId)
                .hasSize(5)
                .doesNotHaveDuplicates();
        assertThat(queue.claim("worker", 5, Place.FIRST, List.of()).claims()).hasSize(2);
    }

    @Test
    void what_has_lost_its_bytes_does_not_stand_in_the_way_of_others() {
        for (int booking = 0; booking < 5; booking++) {
            var lost = unmapped();
            jdbc.sql("delete from telegram_raw where telegram_id = :telegram")
                    .param("telegram", lost.telegram())
                    .update();
        }
        var whole = unmapped();
        clock.advance(Duration.ofMinutes(2));

        assertThat(due.feed()).isEqualTo(1);
        assertThat(due.feed()).isZero();
        await().atMost(SOON).until(() -> whole.attempts() == 2);
    }

    @Test
    void what_waits_for_tl_lincoln_is_left_alone_while_the_circuit_is_open_and_that_is_no_attempt() {
        var failure = unmapped();
        int hotel = jdbc.sql("select hotel_id from import_failure where id = :id")
                .param("id", failure.id())
                .query(Integer.class)
                .single();
        jdbc.sql("update retry_queue set remote = true where failure_id = :id")
                .param("id", failure.id())
                .update();
        clock.advance(Duration.ofMinutes(2));

        circuits.open.add(hotel);
        assertThat(due.feed()).isZero();
        assertThat(failure.attempts()).isEqualTo(1);

        circuits.open.remove(hotel);
        assertThat(due.feed()).isEqualTo(1);
        await().atMost(SOON).until(() -> failure.attempts() == 2);
    }

    @Test
    void other_failures_of_the_hotel_are_tried_while_its_circuit_is_open() {
        var failure = unmapped();
        circuits.open.add(jdbc.sql("select hotel_id from import_failure where id = :id")
                .param("id", failure.id())
                .query(Integer.class)
                .single());
        clock.advance(Duration.ofMinutes(2));

        assertThat(due.feed()).isEqualTo(1);
    }

    @Test
    void a_snooze_puts_the_retry_off_and_counts_as_no_attempt() {
        var failure = unmapped();
        var until = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)
                .plusDays(3)
                .truncatedTo(ChronoUnit.SECONDS);

        var snoozed = failure.act("snooze", Map.of("until", until.toString(), "reason", "OTA answers on Friday"))
                .expect(200)
                .json();

        assertThat(OffsetDateTime.parse(snoozed.get("snoozedUntil").asText()).toInstant())
                .isEqualTo(until.toInstant());
        assertThat(OffsetDateTime.parse(snoozed.get("nextAttemptAt").asText()).toInstant())
                .isEqualTo(until.toInstant());
        assertThat(snoozed.at("/actions/0/action").asText()).isEqualTo("snooze");
        clock.advance(Duration.ofDays(2));
        assertThat(due.feed()).isZero();
        assertThat(failure.attempts()).isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        assertThat(failure.show().get("snoozedUntil").isNull()).isTrue();
        assertThat(due.feed()).isEqualTo(1);
    }

    /** Somebody who changes the hotel at this moment and takes his time: nothing is decided about its telegrams meanwhile. */
    private Connection hold(Case failure) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.prepareStatement(
                "select pg_advisory_xact_lock(?, hotel_id) from import_failure where id = ?")) {
            statement.setInt(1, HotelLock.SPACE);
            statement.setLong(2, failure.id());
            statement.executeQuery();
        }
        return connection;
    }

    private Case unmapped() {
        return Case.of(house, house.send(House.booking("TARO MIHON", ARRIVAL, "9999")));
    }

    private List<RetryClaim> claim() {
        return queue.claim("test", 50, Place.FIRST, List.of()).claims();
    }

    private void work(List<RetryClaim> claims) {
        assertThat(feed.feedAgain(claims, Trigger.RETRY)).hasSameSizeAs(claims);
        await().atMost(SOON).until(() -> claims.stream().noneMatch(claim -> feed.isInFlight(claim.telegramId())));
    }

    private List<Integer> priorities(Case... cases) {
        return Arrays.stream(cases)
                .map(failure -> jdbc.sql("select priority from retry_queue where failure_id = :id")
                        .param("id", failure.id())
                        .query(Integer.class)
                        .single())
                .toList();
    }

    private int listed(String state) {
        return house.admin
                .get("/api/v1/failures?hotel=" + house.hotel + "&state=" + state)
                .expect(200)
                .items()
                .size();
    }

    private void map(String code, String type) {
        house.admin
                .post(house.path("/mappings"), Map.of("channel", "*", "code", code, "roomType", type))
                .expect(201);
    }
}
