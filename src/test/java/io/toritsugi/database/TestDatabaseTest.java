package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void every_fresh_database_is_migrated_and_shares_nothing_with_another() {
        try (var one = TestDatabase.fresh();
                var another = TestDatabase.fresh()) {
            JdbcClient.create(one)
                    .sql("insert into hotel (code, name) values ('SMP', '見本ホテル')")
                    .update();

            assertThat(hotels(one)).isEqualTo(1);
            assertThat(hotels(another)).isZero();
        }
    }

    private static long hotels(DataSource database) {
        return JdbcClient.create(database)
                .sql("select count(*) from hotel")
                .query(Long.class)
                .single();
    }
}
