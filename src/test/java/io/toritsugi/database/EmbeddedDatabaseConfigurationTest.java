package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseConfigurationTest {

    @TempDir
    Path folder;

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class,
                    FlywayAutoConfiguration.class))
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(DatabaseRoom.class);

    @Test
    void without_a_url_the_embedded_database_is_started_migrated_and_kept_from_run_to_run() {
        var inFolder = application.withPropertyValues(
                "toritsugi.data-dir=" + folder, "toritsugi.embedded-database.binaries=target/postgres-binaries");

        inFolder.withPropertyValues("toritsugi.demo=true")
                .run(context ->
                        assertThat(hotels(context.getBean(JdbcClient.class))).isEqualTo(1));

        inFolder.run(context -> {
            assertThat(hotels(context.getBean(JdbcClient.class))).isEqualTo(1);
            assertThat(folder.resolve("postgres/cluster/PG_VERSION")).exists();
        });
        assertThat(folder.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void with_a_url_the_embedded_database_is_neither_started_nor_needed() {
        application
                .withClassLoader(new FilteredClassLoader("org.apache.commons.compress", "org.tukaani"))
                .withPropertyValues("spring.datasource.url=" + TestDatabase.freshUrl(), "toritsugi.data-dir=" + folder)
                .run(context -> {
                    assertThat(context).doesNotHaveBean(EmbeddedPostgres.class);
                    assertThat(hotels(context.getBean(JdbcClient.class))).isZero();
                    assertThat(folder).isEmptyDirectory();
                });
    }

    @Test
    void the_pool_is_the_one_that_the_lanes_were_measured_with() {
        application
                .withPropertyValues("spring.datasource.url=" + TestDatabase.freshUrl())
                .run(context -> {
                    var pool = context.getBean(HikariDataSource.class);
                    assertThat(pool.getMaximumPoolSize()).isEqualTo(16);
                    assertThat(pool.getDataSourceProperties())
                            .containsEntry("reWriteBatchedInserts", "true")
                            .containsEntry("ApplicationName", "toritsugi");
                    assertThat(context.getBean(JdbcClient.class)
                                    .sql("show application_name")
                                    .query(String.class)
                                    .single())
                            .isEqualTo("toritsugi");
                });
    }

    @Test
    void the_settings_have_these_defaults() {
        application
                .withPropertyValues("spring.datasource.url=" + TestDatabase.freshUrl())
                .run(context -> {
                    var settings = context.getBean(EmbeddedDatabaseSettings.class);
                    assertThat(settings.directory())
                            .isEqualTo(Path.of("data/postgres").toAbsolutePath());
                    assertThat(settings.binaries())
                            .isEqualTo(Path.of("data/postgres-binaries").toAbsolutePath());
                    assertThat(settings.port()).isZero();
                    assertThat(settings.startTimeout()).hasSeconds(60);
                    assertThat(settings.durable()).isTrue();
                    assertThat(settings.maxConnections()).isEqualTo(100);
                });
    }

    private static long hotels(JdbcClient database) {
        return database.sql("select count(*) from hotel").query(Long.class).single();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(EmbeddedDatabaseSettings.class)
    @Import({EmbeddedDatabaseConfiguration.class, Partitions.class, DemoHotel.class})
    static class DatabaseRoom {}
}
