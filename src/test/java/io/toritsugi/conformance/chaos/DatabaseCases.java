package io.toritsugi.conformance.chaos;

import io.toritsugi.conformance.suite.Wording;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/** The database ends, or lets nobody in. */
final class DatabaseCases {

    private static final String CUT = """
            select count(pg_terminate_backend(pid))
            from pg_stat_activity
            where application_name = 'toritsugi'
              and pid <> pg_backend_pid()
            """;
    private static final Duration BETWEEN_CUTS = Duration.ofMillis(250);
    private static final Duration NO_PLACE_FOR = Duration.ofSeconds(5);
    private static final int REFUSALS = 3;
    private static final int MORE_THAN_THE_POOL = 20;

    private DatabaseCases() {}

    static List<ChaosCase> all() {
        return List.of(
                new ChaosCase(
                        "database-restarted",
                        new Wording("データベースの再起動", "PostgreSQL restarted"),
                        "The server is stopped in the stream and started again from outside: in fast mode, in immediate"
                                + " mode, and by `kill -9` of its postmaster.",
                        DatabaseCases::restarted),
                new ChaosCase(
                        "connections-cut",
                        new Wording("接続の切断", "Connections cut"),
                        "`pg_terminate_backend` of all the application's connections, four times a second, again and"
                                + " again.",
                        DatabaseCases::cut),
                new ChaosCase(
                        "pool-exhausted",
                        new Wording("接続プールの枯渇", "Pool exhausted"),
                        "Others take every place that the server has (`max_connections`) while the application's"
                                + " connections are cut; then a table is locked until all its connections wait.",
                        DatabaseCases::exhausted,
                        MORE_THAN_THE_POOL));
    }

    private static void restarted(ChaosScene scene) {
        var server = scene.application().server();
        scene.stream().begin();
        scene.awaitPart(0.25);
        scene.outage("stopped fast", server::stopFast);
        scene.awaitPart(0.5);
        scene.outage("stopped immediately", server::stopImmediately);
        scene.awaitPart(0.75);
        scene.outage("killed", server::kill);
        scene.awaitPart(1);
    }

    private static void cut(ChaosScene scene) {
        int cuts = scene.form().cuts();
        scene.stream().begin();
        scene.awaitPart(0.1);
        var tables = scene.application().tables();
        long ended = 0;
        for (int cut = 0; cut < cuts; cut++) {
            var connections = tables.queryForObject(CUT, Long.class);
            ended += connections == null ? 0 : connections;
            Awaitility.await().pollDelay(BETWEEN_CUTS).until(() -> true);
        }
        scene.note(ended + " connections cut in " + cuts + " rounds");
        scene.untilNextAcknowledged("last cut to the next acknowledgement");
        scene.awaitPart(1);
    }

    private static void exhausted(ChaosScene scene) throws Exception {
        scene.stream().begin();
        scene.awaitPart(0.25);
        int refused = scene.refused();
        int most = noPlaceAtTheServer(scene);
        scene.note(most + " connections held by others, " + (scene.refused() - refused) + " posts refused meanwhile");
        scene.untilNextAcknowledged("places free again to the next acknowledgement");
        scene.awaitPart(0.5);
        lockedTable(scene);
        scene.untilNextAcknowledged("lock gone to the next acknowledgement");
        scene.awaitPart(1);
    }

    /** Holds every connection that can be had, for a while; answers how many. */
    private static int noPlaceAtTheServer(ChaosScene scene) throws SQLException {
        var source = scene.application().server().dataSource();
        var held = new ArrayList<Connection>();
        var tables = source.getConnection();
        try (tables;
                var cut = tables.prepareStatement(CUT)) {
            long end = System.nanoTime() + NO_PLACE_FOR.toNanos();
            while (System.nanoTime() < end) {
                cut.execute();
                takeAll(scene, held);
            }
            return held.size();
        } finally {
            for (var connection : held) {
                connection.close();
            }
        }
    }

    private static void takeAll(ChaosScene scene, List<Connection> held) {
        var source = scene.application().server().dataSource();
        try {
            while (true) {
                held.add(source.getConnection());
            }
        } catch (SQLException noMore) {
            Awaitility.await().pollDelay(Duration.ofMillis(20)).until(() -> true);
        }
    }

    /** Locks the table of telegrams until posts are refused because no connection is free. */
    private static void lockedTable(ChaosScene scene) throws SQLException {
        try (var connection = scene.application().server().dataSource().getConnection();
                var lock = connection.createStatement()) {
            connection.setAutoCommit(false);
            lock.execute("lock table telegram in access exclusive mode");
            scene.awaitRefusals(REFUSALS);
            connection.rollback();
        }
    }
}
