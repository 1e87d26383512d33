package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RollbackTest {

    @Test
    void every_migration_is_taken_back_by_its_twin_without_a_trace() throws IOException {
        try (var database = TestDatabase.empty()) {
            var versions = Arrays.stream(flyway(database, "latest").info().pending())
                    .map(RollbackTest::version)
                    .toList();
            Deque<List<String>> snapshots = new ArrayDeque<>();
            for (var version : versions) {
                snapshots.push(catalogue(database));
                flyway(database, version).migrate();
                assertThat(catalogue(database))
                        .as("V%s does something", version)
                        .isNotEqualTo(snapshots.peek());
            }

            for (var step = versions.size() - 1; step >= 0; step--) {
                takeBack(database, versions.get(step));

                assertThat(catalogue(database))
                        .as("after R%s everything is as before V%s", versions.get(step), versions.get(step))
                        .containsExactlyElementsOf(snapshots.pop());
            }
        }
    }

    @Test
    void what_was_taken_back_can_be_migrated_again() throws IOException {
        try (var database = TestDatabase.empty()) {
            flyway(database, "latest").migrate();
            var before = catalogue(database);
            var last = version(flyway(database, "latest").info().current());

            takeBack(database, last);
            var result = flyway(database, "latest").migrate();

            assertThat(result.migrationsExecuted).isEqualTo(1);
            assertThat(catalogue(database)).containsExactlyElementsOf(before);
        }
    }

    @Test
    void every_migration_has_exactly_one_twin_of_the_same_name() throws IOException {
        assertThat(names("classpath:db/rollback/*.sql"))
                .containsExactlyElementsOf(names("classpath:db/migration/*.sql").stream()
                        .map(name -> name.replaceFirst("^V", "R"))
                        .toList());
    }

    private static void takeBack(DataSource database, String version) throws IOException {
        var script = new PathMatchingResourcePatternResolver()
                .getResources("classpath:db/rollback/R" + version + "__*.sql")[0];
        new TransactionTemplate(new JdbcTransactionManager(database))
                .executeWithoutResult(transaction ->
                        JdbcClient.create(database).sql(text(script)).update());
    }

    private static Flyway flyway(DataSource database, String target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .target(target)
                .load();
    }

    private static String version(MigrationInfo migration) {
        return migration.getVersion().getVersion();
    }

    private static List<String> catalogue(DataSource database) {
        return JdbcClient.create(database)
                .sql(text(new ClassPathResource("catalogue.sql", RollbackTest.class)))
                .query(String.class)
                .list();
    }

    private static List<String> names(String pattern) throws IOException {
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                .map(Resource::getFilename)
                .sorted()
                .toList();
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + resource, e);
        }
    }
}
