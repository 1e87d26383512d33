package io.toritsugi.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was stored and left unfinished is taken up again, whatever the clock did meanwhile. */
@HttpTest
class UnfinishedTelegramsTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void a_telegram_from_before_the_clock_was_set_back_is_picked_up() {
        var house = House.open(port);
        var telegram = house.send(House.booking("TARO MIHON", LocalDate.of(2027, 3, 5)))
                .path("id")
                .asLong();

        jdbc.update("""
                with bytes as (
                    update telegram_raw
                    set received_at = received_at + interval '1 day'
                    where telegram_id = ?)
                update telegram
                set outcome = null, settled_at = null, received_at = received_at + interval '1 day'
                where id = ?
                """, telegram, telegram);

        await().atMost(Duration.ofSeconds(20)).until(() -> outcome(telegram) != null);
        assertThat(outcome(telegram)).as("its booking is in the book already").isEqualTo("modified");
    }

    private String outcome(long telegram) {
        return jdbc.queryForObject("select outcome from telegram where id = ?", String.class, telegram);
    }
}
