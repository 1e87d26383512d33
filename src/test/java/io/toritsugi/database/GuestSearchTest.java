package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class GuestSearchTest {

    static HikariDataSource pool;

    @BeforeAll
    static void open() {
        pool = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    @ParameterizedTest(name = "\"{1}\" in \"{0}\": {2}")
    @CsvSource({
        "見本 一郎, 見本, true",
        "見本 一郎, 本 一, true",
        "見本 一郎, 郎, true",
        "見本 一郎, 見一, false",
        "見見本, 見本, true",
        "TARO MIHON, taro, true",
        "TARO MIHON, ARRO, false",
        "ZOÉ EXEMPLE, zoé, true",
        "A_B, a_b, true",
        "AXB, a_b, false",
        "100% 太郎, 0% 太, true",
        "100 太郎, 0% 太, false",
        "A\\B, a\\b, true"
    })
    void a_part_of_a_name_finds_it_letter_by_letter(String name, String part, boolean found) {
        assertThat(JdbcClient.create(pool)
                        .sql("select letters_for_search(:name) like pattern_for_search(:part)")
                        .param("name", name)
                        .param("part", part)
                        .query(Boolean.class)
                        .single())
                .isEqualTo(found);
    }
}
