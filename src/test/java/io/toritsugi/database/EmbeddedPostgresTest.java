package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final Path BINARIES = Path.of("target", "postgres-binaries");

    @TempDir
    Path folder;

    EmbeddedDatabaseSettings settings;

    @BeforeEach
    void in_a_new_folder() {
        settings = settings(0);
    }

    @Test
    void what_was_committed_is_there_after_a_restart_on_the_same_data() throws SQLException {
        try (var first = EmbeddedPostgres.start(settings)) {
            execute(first, "create table kept (what text)", "insert into kept values ('a booking')");
            assertThat(first.adopted()).isFalse();
        }

        try (var second = EmbeddedPostgres.start(settings)) {
            assertThat(second.adopted()).isFalse();
            assertThat(query(second, "select what from kept")).isEqualTo("a booking");
        }
    }

    @Test
    void it_keeps_its_port_from_start_to_start() {
        var first = EmbeddedPostgres.start(settings);
        first.close();
        var second = EmbeddedPostgres.start(settings);
        second.close();

        assertThat(second.port()).isEqualTo(first.port());
    }

    @Test
    void a_commit_is_on_disk_before_it_is_answered() throws SQLException {
        try (var server = EmbeddedPostgres.start(settings)) {
            assertThat(query(server, "show fsync")).isEqualTo("on");
            assertThat(query(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(query(server, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void it_can_find_letters_in_japanese_names_and_has_the_extensions_that_we_need() throws SQLException {
        try (var server = EmbeddedPostgres.start(settings)) {
            execute(server, "create extension pg_trgm", "create extension btree_gist");

            assertThat(query(server, "select cardinality(show_trgm('見本太郎')) > 0"))
                    .isEqualTo("t");
        }
    }

    @Test
    void a_server_that_outlived_its_application_is_taken_over_and_not_started_twice() throws Exception {
        var killed = EmbeddedPostgres.start(settings);
        execute(killed, "create table kept (what text)", "insert into kept values ('a booking')");
        var postmaster = postmaster();
        killed.abandon();

        try (var next = EmbeddedPostgres.start(settings)) {
            assertThat(next.adopted()).isTrue();
            assertThat(next.port()).isEqualTo(killed.port());
            assertThat(postmaster()).isEqualTo(postmaster);
            assertThat(query(next, "select what from kept")).isEqualTo("a booking");
        }
        assertThat(PostmasterFile.path(folder.resolve("cluster"))).doesNotExist();
    }

    @Test
    void a_server_that_died_with_its_application_is_started_again_with_everything_committed() throws Exception {
        var killed = EmbeddedPostgres.start(settings);
        execute(killed, "create table kept (what text)", "insert into kept values ('a booking')");
        var postmaster = ProcessHandle.of(postmaster()).orElseThrow();
        var backends = postmaster.children().toList();
        postmaster.destroyForcibly();
        await().until(() -> !postmaster.isAlive() && backends.stream().noneMatch(ProcessHandle::isAlive));
        killed.abandon();

        try (var next = EmbeddedPostgres.start(settings)) {
            assertThat(next.adopted()).isFalse();
            assertThat(query(next, "select what from kept")).isEqualTo("a booking");
        }
    }

    @Test
    void a_process_number_that_another_program_has_got_meanwhile_is_no_server() throws Exception {
        EmbeddedPostgres.start(settings).close();
        Files.writeString(
                folder.resolve("cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + folder.resolve("cluster") + "\n1\n5432\n\n127.0.0.1\n\nready\n");

        try (var next = EmbeddedPostgres.start(settings)) {
            assertThat(next.adopted()).isFalse();
        }
    }

    @Test
    void a_second_application_on_the_same_data_is_refused() {
        try (var first = EmbeddedPostgres.start(settings)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                    .isInstanceOf(DataInUseException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("SPRING_DATASOURCE_URL");
        }
    }

    @Test
    void data_of_another_version_is_refused_and_left_alone() throws IOException {
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/PG_VERSION"), "15\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOf(UnableToStartDatabaseException.class)
                .hasMessageContaining("is of PostgreSQL 15")
                .hasMessageContaining(folder.toString());
        assertThat(folder.resolve("cluster/PG_VERSION")).hasContent("15");
    }

    @Test
    void a_folder_of_something_else_is_refused_and_left_alone() throws IOException {
        Files.createDirectories(folder.resolve("cluster"));
        Files.writeString(folder.resolve("cluster/notes.txt"), "mine");

        assertThatThrownBy(() -> EmbeddedPostgres.start(settings))
                .isInstanceOf(UnableToStartDatabaseException.class)
                .hasMessageContaining("is no data of a PostgreSQL");
        assertThat(folder.resolve("cluster/notes.txt")).exists();
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Files.writeString(folder.resolve("file"), "in the way");
        var blocked = TestDatabase.settings(folder.resolve("file/below"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(blocked))
                .isInstanceOf(UnableToStartDatabaseException.class)
                .hasMessageContaining(folder.resolve("file/below").toString())
                .hasMessageContaining("TORITSUGI_DATA_DIR");
    }

    @Test
    void a_named_port_that_is_taken_is_refused_by_its_number() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getAllByName(EmbeddedPostgres.LOOPBACK)[0])) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(settings(taken.getLocalPort())))
                    .isInstanceOf(UnableToStartDatabaseException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " is taken");
        }
    }

    @Test
    void a_remembered_port_that_is_taken_meanwhile_is_given_up() throws IOException {
        var first = EmbeddedPostgres.start(settings);
        first.close();
        try (var taken = new ServerSocket(first.port(), 1, InetAddress.getAllByName(EmbeddedPostgres.LOOPBACK)[0]);
                var second = EmbeddedPostgres.start(settings)) {
            assertThat(taken.isBound()).isTrue();
            assertThat(second.port()).isNotEqualTo(first.port());
        }
    }

    @Test
    void where_a_user_namespace_is_refused_root_starts_it_as_another_user() throws Exception {
        assumeThat(Files.getAttribute(folder, "unix:uid"))
                .as("only root can do this")
                .isEqualTo(0);
        // The temporary folder of JUnit belongs to root alone; the other user must be able to enter it.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var shared = new EmbeddedDatabaseSettings(
                folder.resolve("postgres"), folder.resolve("binaries"), 0, Duration.ofSeconds(60), true, 50);

        try (var server = EmbeddedPostgres.start(shared, ServerAccount.another())) {
            assertThat(query(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_folder_that_the_other_user_cannot_enter_is_named() throws Exception {
        assumeThat(Files.getAttribute(folder, "unix:uid"))
                .as("only root can do this")
                .isEqualTo(0);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        var closed = TestDatabase.settings(folder.resolve("postgres"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(closed, ServerAccount.another()))
                .isInstanceOf(UnableToStartDatabaseException.class)
                .hasMessageContaining("cannot reach " + folder.resolve("postgres"));
    }

    @Test
    void the_second_start_takes_less_than_three_seconds() {
        EmbeddedPostgres.start(settings).close();

        var begin = System.nanoTime();
        EmbeddedPostgres.start(settings).close();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    }

    private EmbeddedDatabaseSettings settings(int port) {
        return new EmbeddedDatabaseSettings(folder, BINARIES, port, Duration.ofSeconds(60), true, 50);
    }

    private long postmaster() {
        return PostmasterFile.read(folder.resolve("cluster")).orElseThrow().pid();
    }

    private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), EmbeddedPostgres.ROLE, server.password());
                var statement = connection.createStatement()) {
            for (var sql : List.of(statements)) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), EmbeddedPostgres.ROLE, server.password());
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
