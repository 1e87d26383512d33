package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.sql.SqlComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PartitionsTest {

    private static final Instant FAR_AHEAD = Instant.parse("2031-11-20T23:30:00Z");

    HikariDataSource database;
    Partitions partitions;

    @BeforeEach
    void years_later() {
        database = TestDatabase.fresh();
        partitions = new Partitions(JdbcClient.create(database), Clock.fixed(FAR_AHEAD, ZoneOffset.ofHours(9)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_row_finds_its_partition_only_after_the_partitions_were_made_ahead() {
        assertThatThrownBy(() -> insertDelivery("2031-11-20 23:30Z")).hasMessageContaining("no partition");

        assertThat(partitions.ensureAhead()).isPositive();

        insertDelivery("2031-11-01 00:00Z");
        insertDelivery("2031-11-20 23:30Z");
        insertDelivery("2032-02-29 23:59Z");
        assertThatThrownBy(() -> insertDelivery("2032-03-01 00:00Z")).hasMessageContaining("no partition");
    }

    @Test
    void every_partitioned_table_gets_the_month_of_today_and_three_more() {
        partitions.ensureAhead();

        var months = JdbcClient.create(database).sql("""
                        select parent.relname || ' ' || right(child.relname, 6)
                        from pg_inherits i
                                 join pg_class parent on parent.oid = i.inhparent and parent.relkind = 'p'
                                 join pg_class child on child.oid = i.inhrelid
                        where right(child.relname, 6) >= '203111'
                        """).query(String.class).list();
        var tables = JdbcClient.create(database)
                .sql("select relname from pg_class where relkind = 'p' and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .list();
        assertThat(tables).contains("delivery", "telegram_raw", "attempt", "outbox_event", "reservation_revision");
        assertThat(months)
                .containsExactlyInAnyOrderElementsOf(tables.stream()
                        .flatMap(table -> List.of("203111", "203112", "203201", "203202").stream()
                                .map(month -> table + " " + month))
                        .toList());
    }

    @Test
    void making_them_again_changes_nothing() {
        partitions.ensureAhead();

        assertThat(partitions.ensureAhead()).isZero();
    }

    @Test
    void nodes_that_start_together_do_not_disturb_each_other() throws Exception {
        var nodes = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> start = partitions::ensureAhead;
            var made = 0;
            for (Future<Integer> node : nodes.invokeAll(List.of(start, start, start, start))) {
                made += node.get();
            }
            assertThat(made).isEqualTo(tablesPartitioned() * 4);
        } finally {
            nodes.shutdownNow();
        }
    }

    @Test
    void the_daily_route_makes_them_too() throws Exception {
        try (var camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("partitions", partitions);
            camel.getComponent("sql", SqlComponent.class).setDataSource(database);
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            ResourceHelper.resolveMandatoryResource(camel, "classpath:routes/housekeeping.camel.yaml"));
            AdviceWith.adviceWith(
                    camel, "housekeeping-partitions", route -> route.replaceFromWith("direct:the-hour-has-come"));
            camel.start();

            var result = camel.createProducerTemplate().request("direct:the-hour-has-come", exchange -> {});

            assertThat(result.getException()).isNull();
        }
        insertDelivery("2032-02-29 23:59Z");
    }

    private long tablesPartitioned() {
        return JdbcClient.create(database)
                .sql("select count(*) from pg_class where relkind = 'p' and relnamespace = 'public'::regnamespace")
                .query(Long.class)
                .single();
    }

    private void insertDelivery(String receivedAt) {
        JdbcClient.create(database)
                .sql("""
                        insert into delivery (id, received_at, hotel_id, via, envelope, sha256, bytes, lines)
                        values (:id, cast(:receivedAt as timestamptz), 1, 'http', 'telegram', '\\x00', 1, 1)
                        """)
                .param("id", UUID.randomUUID())
                .param("receivedAt", receivedAt)
                .update();
    }
}
