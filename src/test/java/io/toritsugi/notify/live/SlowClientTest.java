package io.toritsugi.notify.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client who does not read costs a bounded queue, and nobody but himself. */
@HttpTest
class SlowClientTest {

    private static final int EVENTS = 12_000;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void who_does_not_read_holds_up_nobody_and_can_go_on_where_he_was() {
        var browser = Http.admin(port);
        var hotel = browser.newHotel();
        try (var slow = LiveClient.openWithoutReading(port, browser);
                var quick = LiveClient.open(port, browser)) {
            slow.subscribe(null, "overview:" + hotel);
            quick.subscribe(null, "overview:" + hotel);
            // Until the slow one's queue and the buffers on the way to him are full, while the quick one reads along.
            for (int batch = 1; batch <= 4; batch++) {
                write(hotel, EVENTS / 4);
                int sofar = batch * EVENTS / 4;
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> quick.ofKind("test.large").size() == sofar);
            }
            assertThat(quick.ofType("resync")).isEmpty();

            slow.read();
            slow.awaitType("resync");
            int heard = slow.ofKind("test.large").size();
            assertThat(heard).isLessThan(EVENTS);
            slow.subscribe(slow.cursor(), "overview:" + hotel);

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> slow.ofKind("test.large").size() >= EVENTS);
            assertThat(slow.ofKind("test.large").stream()
                            .map(event -> event.at("/data/n").asInt()))
                    .hasSize(EVENTS)
                    .doesNotHaveDuplicates();
        }
    }

    private void write(String hotel, int events) {
        jdbc.sql("""
                        insert into outbox_event (recorded_at, hotel_id, topic, kind, payload)
                        select now(), h.id, 'overview', 'test.large',
                               jsonb_build_object('n', :from + n, 'filling', repeat(md5(n::text), 50))
                        from hotel h, generate_series(1, :events) n
                        where h.code = :hotel
                        """)
                .param("hotel", hotel)
                .param("events", events)
                .param(
                        "from",
                        jdbc.sql("select count(*) from outbox_event where kind = 'test.large'")
                                .query(Integer.class)
                                .single())
                .update();
    }
}
