package io.toritsugi.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.toritsugi.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database lets nobody store a cycle, also who does not come through the application (R5.3). */
class HierarchyGuardTest {

    private static final String CYCLE = "TG003";

    private static HikariDataSource pool;
    private static JdbcClient database;
    private static int hotels;

    private int hotel;

    @BeforeAll
    static void open() {
        pool = TestDatabase.fresh();
        database = JdbcClient.create(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @BeforeEach
    void a_hotel_with_three_types() {
        hotels++;
        hotel = database.sql("insert into hotel (code, name) values (:code, 'H') returning id")
                .param("code", "H" + hotels)
                .query(Integer.class)
                .single();
        database.sql("""
                        insert into room_type (hotel_id, code, name, capacity, base_rate)
                        select :hotel, code, code, 2, 0 from unnest(array ['A', 'B', 'C']) as type (code)
                        """).param("hotel", hotel).update();
    }

    @Test
    void a_relation_that_closes_a_cycle_is_refused_and_the_cycle_named() throws SQLException {
        try (var connection = pool.getConnection()) {
            add(connection, "A", "B");
            add(connection, "B", "C");

            assertThatThrownBy(() -> add(connection, "C", "A"))
                    .hasMessageContaining("would go round in a circle: A -> B -> C -> A")
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo(CYCLE));
        }
        assertThat(edges()).isEqualTo(2);
    }

    @Test
    void a_relation_that_is_turned_into_a_cycle_is_refused() throws SQLException {
        try (var connection = pool.getConnection()) {
            add(connection, "A", "B");
            add(connection, "A", "C");

            assertRefused(CYCLE, () -> execute(connection, """
                            update hierarchy_edge
                            set from_type_id = to_type_id, to_type_id = from_type_id
                            where hotel_id = %1$d and to_type_id = %3$s;
                            update hierarchy_edge
                            set to_type_id = %3$s
                            where hotel_id = %1$d and from_type_id = %2$s
                            """.formatted(hotel, type("A"), type("C"))));
        }
    }

    @Test
    void a_statement_is_looked_at_as_a_whole() throws SQLException {
        try (var connection = pool.getConnection()) {
            add(connection, "A", "B");
            add(connection, "B", "C");

            // Row by row this would pass through A -> B -> A.
            execute(connection, """
                    update hierarchy_edge set from_type_id = to_type_id, to_type_id = from_type_id where hotel_id = %d
                    """.formatted(hotel));
        }
        assertThat(edges()).isEqualTo(2);
    }

    @Test
    void of_two_at_once_who_would_close_a_cycle_together_the_second_waits_and_is_refused() throws Exception {
        try (var first = transaction();
                var second = transaction()) {
            add(first, "A", "B");
            var waiting = CompletableFuture.runAsync(() -> {
                try {
                    add(second, "B", "A");
                } catch (SQLException refused) {
                    throw new IllegalStateException(refused);
                }
            });
            await().until(HierarchyGuardTest::somebodyWaits);

            first.commit();

            assertThatThrownBy(waiting::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("would go round in a circle");
            second.rollback();
        }
        assertThat(edges()).isEqualTo(1);
    }

    @Test
    void who_looks_at_an_older_snapshot_is_refused_when_somebody_was_there_since() throws SQLException {
        try (var first = transaction();
                var second = transaction()) {
            second.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            execute(second, "select count(*) from hierarchy_edge");
            add(first, "A", "B");
            first.commit();

            assertRefused("40001", () -> add(second, "B", "A"));
            second.rollback();
        }
        assertThat(edges()).isEqualTo(1);
    }

    @Test
    void editors_of_different_hotels_do_not_wait_for_each_other() throws SQLException {
        var one = hotel;
        a_hotel_with_three_types();
        try (var first = transaction();
                var second = transaction()) {
            add(first, "A", "B");
            hotel = one;
            add(second, "A", "B");
            second.commit();
            first.commit();
        }
        assertThat(edges()).isEqualTo(1);
    }

    @Test
    void a_transaction_counts_the_version_on_once_and_what_is_taken_back_does_not_count() throws SQLException {
        try (var connection = transaction()) {
            var beginning = connection.setSavepoint();
            add(connection, "A", "B");
            connection.rollback(beginning);
            add(connection, "A", "B");
            add(connection, "B", "C");
            execute(connection, "update hierarchy_edge set priority = 2 where hotel_id = " + hotel);
            execute(connection, "insert into hierarchy_rules (hotel_id) values (" + hotel + ")");
            connection.commit();
            assertThat(version()).isEqualTo(1);

            execute(connection, "delete from hierarchy_edge where hotel_id = " + hotel);
            connection.rollback();
            assertThat(version()).isEqualTo(1);

            execute(connection, "delete from hierarchy_edge where hotel_id = " + hotel);
            connection.commit();
        }
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void rules_and_blackouts_count_the_version_on_and_what_changes_nothing_does_not() throws SQLException {
        try (var connection = pool.getConnection()) {
            execute(connection, "insert into hierarchy_rules (hotel_id) values (" + hotel + ")");
            execute(connection, "insert into hierarchy_blackout values (" + hotel + ", '2027-01-01', '2027-01-02')");
            execute(connection, "delete from hierarchy_blackout where hotel_id = " + hotel);
            execute(connection, "delete from hierarchy_edge where hotel_id = " + hotel);
        }
        assertThat(version()).isEqualTo(3);
    }

    private void add(Connection connection, String from, String to) throws SQLException {
        execute(connection, """
                insert into hierarchy_edge (hotel_id, from_type_id, to_type_id, priority) values (%d, %s, %s, 1)
                """.formatted(hotel, type(from), type(to)));
    }

    private String type(String code) {
        return "(select id from room_type where hotel_id = %d and code = '%s')".formatted(hotel, code);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection transaction() throws SQLException {
        var connection = pool.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void assertRefused(String state, ThrowingCallable change) {
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo(state));
    }

    private static boolean somebodyWaits() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Long.class).single() == 1;
    }

    private long edges() {
        return database.sql("select count(*) from hierarchy_edge where hotel_id = :hotel")
                .param("hotel", hotel)
                .query(Long.class)
                .single();
    }

    private long version() {
        return database.sql("select hierarchy from hotel_version where hotel_id = :hotel")
                .param("hotel", hotel)
                .query(Long.class)
                .single();
    }
}
