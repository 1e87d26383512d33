package io.toritsugi.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for tests: one server for the whole test JVM (in {@code target/}, kept between runs, not durable), in it
 * one migrated template, and from that a new database in milliseconds for whoever asks.
 *
 * <pre>{@code
 * HikariDataSource database = TestDatabase.fresh();          // migrated
 * HikariDataSource nothing = TestDatabase.empty();           // no table in it
 *
 * @DynamicPropertySource                                     // a @SpringBootTest class with a database of its own
 * static void database(DynamicPropertyRegistry registry) {
 *     TestDatabase.register(registry);
 * }
 *
 * @ContextConfiguration(initializers = TestDatabase.Initializer.class)   // one database for each cached context
 * }</pre>
 */
public final class TestDatabase {

    /** Quartz keeps one database for each name in a JVM: schedulers of one name would all work on the one of the latest. */
    private static final String SCHEDULER = "spring.quartz.properties.org.quartz.scheduler.instanceName";

    private static final int SERVERS_AT_ONCE = 20;
    private static final int POOL = 10;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final EmbeddedPostgres server;
    private final String template;

    private TestDatabase() {
        server = startServer();
        template = "template_" + fingerprintOfMigrations();
        dropLeftOvers();
        migrateTemplate();
    }

    /** A new database, migrated and otherwise empty, with a pool of its own. Closing the pool is polite, not needed. */
    public static HikariDataSource fresh() {
        return pool(freshUrl());
    }

    /** A new database without a single table: for tests of the migrations themselves. */
    public static HikariDataSource empty() {
        return pool(Running.SERVER.create("template1"));
    }

    /** The JDBC URL of a new migrated database, user and password included. */
    public static String freshUrl() {
        return Running.SERVER.create(Running.SERVER.template);
    }

    /** Runs the context of one test class on a new database. */
    public static void register(DynamicPropertyRegistry registry) {
        var url = freshUrl();
        registry.add("spring.datasource.url", () -> url);
        var scheduler = scheduler();
        registry.add(SCHEDULER, () -> scheduler);
    }

    /** Runs a context, and whatever tests share it, on a new database. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "test database", Map.of("spring.datasource.url", freshUrl(), SCHEDULER, scheduler())));
        }
    }

    private String create(String from) {
        var name = "test_" + NUMBER.incrementAndGet();
        // Without durability a copy of files is the fastest: no WAL, and its checkpoint writes to the page cache only.
        execute("create database " + name + " template " + from + " strategy file_copy");
        return url(name);
    }

    private String url(String database) {
        return EmbeddedPostgres.url(server.port(), database) + "?user=" + EmbeddedPostgres.ROLE + "&password="
                + server.password();
    }

    private void migrateTemplate() {
        if (query("select datname from pg_database where datname = '" + template + "'")
                .isEmpty()) {
            execute("create database in_work");
            Flyway.configure()
                    .dataSource(url("in_work"), null, null)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            execute("alter database in_work rename to " + template);
        }
    }

    private void dropLeftOvers() {
        query("select datname from pg_database where datname ~ '^(test_|template_|in_work)'").stream()
                .filter(name -> !name.equals(template))
                .forEach(name -> execute("drop database " + name + " with (force)"));
    }

    private static String scheduler() {
        return "toritsugi-" + NUMBER.incrementAndGet();
    }

    private void execute(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refuses: " + sql, e);
        }
    }

    private List<String> query(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refuses: " + sql, e);
        }
    }

    private static HikariDataSource pool(String url) {
        var configuration = new HikariConfig();
        configuration.setJdbcUrl(url);
        configuration.setMaximumPoolSize(POOL);
        configuration.setMinimumIdle(0);
        configuration.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        configuration.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(configuration);
    }

    /** The first folder that no other test JVM holds; a server that a killed one left there is taken over. */
    private static EmbeddedPostgres startServer() {
        DataInUseException refused = null;
        for (var number = 1; number <= SERVERS_AT_ONCE; number++) {
            try {
                return EmbeddedPostgres.start(settings(Path.of("target", "test-postgres", Integer.toString(number))));
            } catch (DataInUseException e) {
                refused = e;
            }
        }
        throw new IllegalStateException("All test servers are in use", refused);
    }

    static EmbeddedDatabaseSettings settings(Path directory) {
        return new EmbeddedDatabaseSettings(
                directory, Path.of("target", "postgres-binaries"), 0, Duration.ofSeconds(60), false, 300);
    }

    /** Changes with every migration, and with the month, for the migrations make the partitions from now on. */
    private static String fingerprintOfMigrations() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(YearMonth.now(ZoneOffset.UTC).toString().getBytes(StandardCharsets.UTF_8));
            var migrations = new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/*.sql");
            Arrays.sort(migrations, Comparator.comparing(Resource::getFilename));
            for (var migration : migrations) {
                digest.update(migration.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("The migrations cannot be read", e);
        }
    }

    /** Started by the first who asks, stopped with the JVM. */
    private static final class Running {

        static final TestDatabase SERVER = start();

        private static TestDatabase start() {
            var database = new TestDatabase();
            Runtime.getRuntime().addShutdownHook(new Thread(database.server::close, "stop test database"));
            return database;
        }
    }
}
