package io.toritsugi.notify.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.toritsugi.database.TestDatabase;
import io.toritsugi.notify.live.ReadSubscription.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox as it is read: every event once, in whatever order transactions end, by however many nodes. */
class EventLogTest {

    private static final List<String> TOPICS = List.of("overview");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static HikariDataSource database;
    private static JdbcClient jdbc;
    private static EventLog log;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        log = new EventLog(jdbc);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void begin_with_nothing() {
        jdbc.sql("truncate outbox_event").update();
        jdbc.sql("update outbox_forgotten set tx = '0'").update();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void each_event_is_read_once_however_transactions_overlap_and_pages_end(long seed) throws SQLException {
        var random = new Random(seed);
        var open = new ArrayList<Connection>();
        var read = new ArrayList<Integer>();
        var cursor = Cursor.at(log.now());
        int written = 0;
        try {
            for (int step = 0; step < 250; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> {
                        if (open.size() < 6) {
                            open.add(begin());
                        }
                    }
                    case 1 -> {
                        if (!open.isEmpty()) {
                            write(open.get(random.nextInt(open.size())), written++);
                        }
                    }
                    case 2 -> {
                        if (!open.isEmpty()) {
                            commit(open.remove(random.nextInt(open.size())));
                        }
                    }
                    default -> cursor = readPage(cursor, 1 + random.nextInt(3), read);
                }
            }
        } finally {
            for (var left : open) {
                commit(left);
            }
        }
        for (int page = 0; page < 200; page++) {
            cursor = readPage(cursor, 3, read);
        }

        assertThat(written).isGreaterThan(20);
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, written).boxed().toList());
    }

    @Test
    void an_open_transaction_holds_up_no_other() throws SQLException {
        var cursor = Cursor.at(log.now());
        var late = begin();
        write(late, 1);
        try (var connection = begin()) {
            write(connection, 2);
            connection.commit();
        }

        var before = log.now();
        assertThat(numbers(log.after(cursor, before, null, TOPICS, 10))).containsExactly(2);
        commit(late);
        assertThat(numbers(log.after(Cursor.at(before), log.now(), null, TOPICS, 10)))
                .containsExactly(1);
    }

    @Test
    void what_was_rolled_back_is_never_read() throws SQLException {
        var cursor = Cursor.at(log.now());
        try (var connection = begin()) {
            write(connection, 1);
            connection.rollback();
        }

        assertThat(log.after(cursor, log.now(), null, TOPICS, 10)).isEmpty();
    }

    @Test
    void old_events_are_deleted_and_a_cursor_from_before_them_is_too_old() {
        var before = Cursor.at(log.now());
        jdbc.sql(
                        "insert into outbox_event (recorded_at, topic, kind, payload) values (now() - interval '3 days', 'overview', 'k', '{}')")
                .update();
        var between = Cursor.at(log.now());
        jdbc.sql("insert into outbox_event (recorded_at, topic, kind, payload) values (now(), 'overview', 'k', '{}')")
                .update();
        var forget = new ForgetEvents(jdbc, settings(Duration.ofSeconds(15)), Clock.systemUTC());

        assertThat(log.canContinue(before, log.now())).isTrue();
        assertThat(forget.forget()).isEqualTo(1);
        assertThat(forget.forget()).isZero();

        assertThat(log.canContinue(before, log.now())).isFalse();
        assertThat(log.canContinue(between, log.now())).isTrue();
        assertThat(log.after(between, log.now(), null, TOPICS, 10)).hasSize(1);
    }

    @Test
    void a_node_that_has_read_less_than_another_one_tells_nothing_twice() {
        var ahead = new Node();
        var behind = new Node();
        ahead.listener(null);
        behind.listener(null);
        ahead.tick();
        behind.tick();
        var first = ahead.listener(null);
        writeAndCommit(1);
        ahead.tick();
        var cursor = first.cursor();
        assertThat(first.numbers()).containsExactly(1);

        var moved = behind.listener(cursor);
        writeAndCommit(2);
        behind.tick();

        Awaitility.await().until(() -> !moved.numbers().isEmpty());
        behind.tick();
        assertThat(moved.numbers()).containsExactly(2);
        assertThat(moved.received.get(0).path("gap").asBoolean()).isFalse();
        ahead.stop();
        behind.stop();
    }

    @Test
    void a_heartbeat_says_how_far_one_is() {
        var node = new Node();
        var listener = node.listener(null);
        node.tick();
        writeAndCommit(1);
        node.tick();

        var heartbeat = listener.received.get(listener.received.size() - 1);
        assertThat(heartbeat.path("type").asText()).isEqualTo("heartbeat");
        assertThat(heartbeat.path("at").asText()).isEqualTo("2027-01-10T00:00:00Z");
        assertThat(log.after(Cursor.parse(heartbeat.path("cursor").asText()), log.now(), null, TOPICS, 10))
                .isEmpty();
        node.stop();
    }

    /** One node's feed, whose looks at the outbox are made by hand. */
    private static final class Node {

        final LiveMessages messages =
                new LiveMessages(JSON, Clock.fixed(Instant.parse("2027-01-10T00:00:00Z"), ZoneOffset.UTC));
        final LiveThreads threads = new LiveThreads();
        final LiveFeed feed = new LiveFeed(log, messages, settings(Duration.ZERO));
        final CatchUp catchUp = new CatchUp(feed, log, new TopicCounts(jdbc, JSON), messages, threads);

        Recorded listener(@Nullable String after) {
            var recorded = new Recorded();
            var listener = new Listener(new Outlet(recorded, settings(Duration.ZERO)));
            var everything = new Subscription(List.of(new Subscription.Part("overview:*", Topic.OVERVIEW, null)));
            catchUp.begin(listener, new Wanted(everything, after));
            Awaitility.await().until(() -> !recorded.received.isEmpty());
            return recorded;
        }

        void tick() {
            var news = feed.newEvents();
            assertThat(news).isNotNull();
            feed.hand(news, catchUp::goOn);
        }

        void stop() {
            threads.destroy();
        }
    }

    private static final class Recorded implements Outlet.Wire {

        final List<JsonNode> received = new CopyOnWriteArrayList<>();

        @Override
        public void send(String text, Outlet.Result result) {
            received.add(json(text));
            result.sent(true);
        }

        @Override
        public void abandon() {
            throw new AssertionError("Given up");
        }

        List<Integer> numbers() {
            return received.stream()
                    .filter(message -> message.path("type").asText().equals("event"))
                    .map(event -> event.at("/data/n").asInt())
                    .toList();
        }

        String cursor() {
            return received.get(received.size() - 1).path("cursor").asText();
        }
    }

    private static Cursor readPage(Cursor cursor, int limit, List<Integer> read) {
        // As a client who comes back: a cursor goes out as text and comes in as text.
        var from = Cursor.parse(cursor.toString());
        var to = from.toward() == null ? log.now() : from.toward();
        var page = log.after(from, to, null, TOPICS, limit);
        read.addAll(numbers(page));
        return page.size() < limit ? Cursor.at(to) : from.after(page.get(page.size() - 1), to);
    }

    private static List<Integer> numbers(List<LiveEvent> events) {
        return events.stream()
                .map(event -> json(event.data()).path("n").asInt())
                .toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new UncheckedIOException(notJson);
        }
    }

    private static Connection begin() throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void writeAndCommit(int number) {
        try (var connection = begin()) {
            write(connection, number);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void write(Connection connection, int number) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into outbox_event (recorded_at, topic, kind, payload)
                values (now(), 'overview', 'test.written', jsonb_build_object('n', ?::integer))
                """)) {
            statement.setInt(1, number);
            statement.executeUpdate();
        }
    }

    private static void commit(Connection connection) throws SQLException {
        connection.commit();
        connection.close();
    }

    private static LiveSettings settings(Duration heartbeat) {
        return new LiveSettings(Duration.ofDays(2), heartbeat, Duration.ofMinutes(1), 100, 100_000, 10);
    }
}
