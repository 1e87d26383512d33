package io.toritsugi.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.toritsugi.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboxLeaseTest {

    private HikariDataSource database;
    private JdbcClient jdbc;
    private InboxLease one;
    private InboxLease other;

    @BeforeEach
    void two_nodes() {
        database = TestDatabase.fresh();
        jdbc = JdbcClient.create(database);
        one = new InboxLease(jdbc);
        other = new InboxLease(jdbc);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void of_two_nodes_one_works_on_an_inbox() {
        assertThat(one.hold("folder/1")).isTrue();
        assertThat(other.hold("folder/1")).isFalse();
        assertThat(one.hold("folder/1")).isTrue();
        assertThat(other.hold("folder/2")).isTrue();
    }

    @Test
    void the_inbox_of_a_node_that_died_is_free_when_its_lease_has_run_out() {
        one.hold("folder/1");
        jdbc.sql("update sftp_lease set lease_until = now() - interval '1 second'")
                .update();

        assertThat(other.hold("folder/1")).isTrue();
    }

    @Test
    void a_node_that_stops_leaves_its_inboxes_at_once() {
        one.hold("folder/1");
        one.release();

        assertThat(other.hold("folder/1")).isTrue();
        assertThat(one.hold("folder/1")).isFalse();
    }
}
