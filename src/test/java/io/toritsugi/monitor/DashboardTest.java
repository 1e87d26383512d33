package io.toritsugi.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.FixtureHotel;
import io.toritsugi.conformance.House;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class DashboardTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private House house;
    private LocalDate today;

    @BeforeEach
    void open_a_house() {
        house = House.open(port, 1);
        today = LocalDate.now(TOKYO);
    }

    @Test
    void a_new_hotel_needs_nobody_and_knows_nothing() {
        var shown = shown();

        assertThat(shown.get("hotel").asText()).isEqualTo(house.hotel);
        assertThat(shown.get("timeZone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(shown.get("asOf").asText()).endsWith("+09:00");
        assertThat(shown.at("/attention/total").asInt()).isZero();
        assertThat(shown.at("/attention/cases")).isEmpty();
        assertThat(shown.at("/imports/hours")).hasSize(24);
        assertThat(shown.at("/imports/lastDay/success").isNull()).isTrue();
        assertThat(shown.at("/imports/p50Millis").isNull()).isTrue();
        assertThat(shown.at("/links/0/state").asText()).isEqualTo("off");
        assertThat(shown.at("/links/0/breaker").isNull()).isTrue();
        assertThat(shown.at("/backlog/oldestSeconds").isNull()).isTrue();
        assertThat(shown.at("/outputs/open").asInt()).isZero();
        assertThat(shown.at("/outputs/oldestAt").isNull()).isTrue();
    }

    @Test
    void the_next_guests_come_first_and_those_whose_day_has_passed_after_them() {
        var yesterday = refused(today.minusDays(1), "9001");
        var later = refused(today.plusDays(12), "9002");
        var tomorrow = refused(today.plusDays(1), "9003");
        var now = refused(today, "9004");
        house.deliver("<html>".getBytes(StandardCharsets.UTF_8));

        var attention = shown().get("attention");

        assertThat(telegrams(attention).subList(0, 4)).containsExactly(now, tomorrow, later, yesterday);
        assertThat(attention.get("cases")).hasSize(5);
        assertThat(attention.get("total").asInt()).isEqualTo(5);
        assertThat(attention.get("arrivalsToday").asInt()).isEqualTo(1);
        assertThat(attention.get("arrivalsTomorrow").asInt()).isEqualTo(1);
        assertThat(attention.get("byClass").findValuesAsText("class")).containsExactly("PARSE", "ROOM_MAPPING");
        assertThat(attention.get("byClass").findValuesAsText("count")).containsExactly("1", "4");
    }

    @Test
    void a_case_names_guest_room_nights_and_deadline() {
        house.send(House.booking("TARO MIHON", today.plusDays(3), "9001"));

        var shown = shown().at("/attention/cases/0");

        assertThat(shown.get("guest").asText()).isEqualTo("TARO MIHON");
        assertThat(shown.get("channel").asText()).isEqualTo("jalan");
        assertThat(shown.get("bookingNumber").asText()).startsWith("B");
        assertThat(shown.get("roomCode").asText()).isEqualTo("9001");
        assertThat(shown.get("roomName").asText()).isEqualTo("Room 9001");
        assertThat(shown.get("nights").asInt()).isEqualTo(2);
        assertThat(shown.at("/deadline/date").asText())
                .isEqualTo(today.plusDays(3).toString());
        assertThat(shown.at("/deadline/at").isNull()).isTrue();
        assertThat(shown.at("/deadline/timeZone").asText()).isEqualTo("Asia/Tokyo");
        assertThat(house.as("VIEWER")
                        .get("/api/v1/dashboard")
                        .expect(200)
                        .json()
                        .at("/attention/cases/0/guest")
                        .asText())
                .isEqualTo("T**");
    }

    @Test
    void a_guest_who_said_when_he_comes_has_a_moment_to_be_ready_by() {
        var booking = House.booking("TARO MIHON", today.plusDays(3), "9001");
        house.deliver(booking.xml()
                .replace("<CheckOutDate>", "<CheckInTime>18:30:00</CheckInTime><CheckOutDate>")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(shown().at("/attention/cases/0/deadline/at").asText())
                .isEqualTo(today.plusDays(3) + "T18:30:00+09:00");
    }

    @Test
    void thirty_failures_of_one_code_are_one_line_and_one_cause() {
        for (int day = 0; day < 30; day++) {
            house.send(House.booking("TARO MIHON", today.plusDays(10 + day), "9001"));
        }

        var attention = shown().get("attention");

        assertThat(attention.get("cases")).hasSize(1);
        assertThat(attention.at("/cases/0/sameCause").asInt()).isEqualTo(30);
        assertThat(attention.at("/cases/0/next/action").asText()).isEqualTo("map");
        assertThat(attention.at("/cases/0/arrival").asText())
                .isEqualTo(today.plusDays(10).toString());
        assertThat(attention.at("/causes/0/count").asInt()).isEqualTo(30);
        assertThat(attention.at("/causes/0/message").asText()).contains("9001");
        assertThat(attention.get("needsPerson").asInt()).isEqualTo(30);
    }

    @Test
    void the_next_step_is_the_upgrade_the_correction_or_patience() {
        house.admin
                .put(
                        house.path("/hierarchy"),
                        Map.of("edges", List.of(Map.of("from", "TWN", "to", "DBL", "priority", 1, "active", true))))
                .expect(200);
        house.send(House.booking("FIRST GUEST", today.plusDays(1)));
        house.send(House.booking("TARO MIHON", today.plusDays(1)));
        house.send(House.again(House.booking("TARO MIHON", today.plusDays(2)), "ModificationReport"));
        house.send(House.booking("TARO MIHON", today.plusDays(3), ""));

        var attention = shown().get("attention");

        assertThat(attention.get("cases").findValuesAsText("action")).containsExactly("upgrade", "wait", "edit");
        assertThat(attention.at("/cases/0/next/roomType").asText()).isEqualTo("DBL");
        assertThat(attention.get("waits").asInt()).isEqualTo(1);
        assertThat(attention.get("needsPerson").asInt()).isEqualTo(2);
    }

    @Test
    void what_is_snoozed_is_counted_and_not_shown() {
        refused(today, "9001");
        var id = shown().at("/attention/cases/0/id").asLong();
        house.admin
                .post(
                        "/api/v1/failures/" + id + "/snooze",
                        Map.of("until", OffsetDateTime.now().plusHours(2).toString()))
                .expect(200);

        var attention = shown().get("attention");

        assertThat(attention.get("cases")).isEmpty();
        assertThat(attention.get("snoozed").asInt()).isEqualTo(1);
        assertThat(attention.get("total").asInt()).isEqualTo(1);
    }

    @Test
    void imports_are_counted_by_outcome_with_their_share_of_success() {
        var booking = House.booking("TARO MIHON", today.plusDays(5));
        house.send(booking);
        house.send(booking);
        house.send(House.again(booking, "ModificationReport"));
        house.send(House.again(booking, "CancellationReport"));
        refused(today.plusDays(6), "9001");

        var imports = shown().get("imports");

        var day = imports.get("lastDay");
        assertThat(day.get("telegrams").asInt()).isEqualTo(5);
        assertThat(day.get("imported").asInt()).isEqualTo(1);
        assertThat(day.get("modified").asInt()).isEqualTo(1);
        assertThat(day.get("cancelled").asInt()).isEqualTo(1);
        assertThat(day.get("rejected").asInt()).isEqualTo(2);
        assertThat(day.at("/rejectedByClass/DUPLICATE").asInt()).isEqualTo(1);
        assertThat(day.at("/rejectedByClass/ROOM_MAPPING").asInt()).isEqualTo(1);
        assertThat(day.get("success").asDouble()).isEqualTo(0.75, within(1e-9));
        assertThat(imports.get("lastHour")).isEqualTo(day);
        assertThat(sum(imports.get("hours"), "rejected")).isEqualTo(2);
        assertThat(imports.get("p50Millis").asLong()).isPositive();
        assertThat(imports.get("p99Millis").asLong())
                .isGreaterThanOrEqualTo(imports.get("p50Millis").asLong());
    }

    @Test
    void what_was_received_earlier_stands_in_its_hour_and_what_is_older_in_none() {
        house.send(House.booking("TARO MIHON", today.plusDays(5)));
        house.send(House.booking("HANAKO REIDAI", today.plusDays(15)));
        received(0, Duration.ofHours(3));
        received(1, Duration.ofHours(25));

        var imports = shown().get("imports");

        assertThat(imports.at("/lastDay/telegrams").asInt()).isEqualTo(1);
        assertThat(imports.at("/lastHour/telegrams").asInt()).isZero();
        assertThat(imports.at("/hours/20/imported").asInt()).isEqualTo(1);
        assertThat(imports.at("/hours/23/from").asText()).endsWith(":00:00+09:00");
    }

    @Test
    void a_failure_healed_by_its_mapping_healed_by_itself() {
        refused(today.plusDays(5), "9001");
        FixtureHotel.map(house.admin, house.hotel, "9001", "TWN");

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> shown().at("/imports/healed").asInt() == 1);
        assertThat(shown().at("/attention/total").asInt()).isZero();
    }

    @Test
    void a_link_is_off_maintained_failing_slow_or_well() {
        connect(0, "now() - interval '42 seconds'", "now() + interval '1 minute'");
        assertThat(link().get("state").asText()).isEqualTo("ok");
        assertThat(link().get("polledWellAt").asText()).endsWith("+09:00");
        assertThat(link().get("breaker").asText()).isEqualTo("closed");

        connect(0, "now() - interval '2 hours'", "now() - interval '1 hour'");
        assertThat(link().get("state").asText()).isEqualTo("slow");

        connect(1, "now()", "now() + interval '1 minute'");
        assertThat(link().get("state").asText()).isEqualTo("slow");
        assertThat(link().get("code").asText()).isEqualTo("remote.read_timeout");
        assertThat(link().get("message").asText()).isNotBlank();

        connect(3, "now()", "now() + interval '1 minute'");
        assertThat(link().get("state").asText()).isEqualTo("failing");

        house.admin
                .post(
                        house.path("/connection/maintenance"),
                        Map.of(
                                "everyHotel",
                                false,
                                "from",
                                OffsetDateTime.now().minusHours(1).toString(),
                                "to",
                                OffsetDateTime.now().plusHours(1).toString(),
                                "reason",
                                "announced"))
                .expect(201);
        assertThat(link().get("state").asText()).isEqualTo("maintenance");
        assertThat(link().get("maintenanceUntil").asText()).endsWith("+09:00");
    }

    @Test
    void what_waits_is_counted_with_the_age_of_the_oldest() {
        database.sql("""
                        insert into output (hotel_id, output_id, state, first_received_at, last_received_at, due_at)
                        select h.id, 'O' || s, s, now() - interval '3 hours', now(), now() + interval '1 day'
                        from hotel h, unnest(array ['waiting', 'due', 'escalated']) s
                        where h.code = :hotel
                        """).param("hotel", house.hotel).update();

        var outputs = shown().get("outputs");

        assertThat(outputs.get("open").asInt()).isEqualTo(3);
        assertThat(outputs.get("waiting").asInt()).isEqualTo(1);
        assertThat(outputs.get("unconfirmed").asInt()).isEqualTo(1);
        assertThat(outputs.get("escalated").asInt()).isEqualTo(1);
        assertThat(OffsetDateTime.parse(outputs.get("oldestAt").asText()))
                .isBefore(OffsetDateTime.now().minusHours(2));
        database.sql("delete from output o using hotel h where h.id = o.hotel_id and h.code = :hotel")
                .param("hotel", house.hotel)
                .update();
    }

    @Test
    void everybody_sees_his_own_hotels_and_who_has_all_of_them_sees_all() {
        refused(today, "9001");

        var all = house.admin.get("/api/v1/dashboard").expect(200).json();
        var own = house.as("VIEWER").get("/api/v1/dashboard").expect(200).json();
        var strangers =
                house.stranger("MANAGER").get("/api/v1/dashboard").expect(200).json();

        assertThat(all.get("hotel").isNull()).isTrue();
        assertThat(all.get("links").findValuesAsText("hotel"))
                .contains(house.hotel)
                .hasSizeGreaterThan(1);
        assertThat(own.get("links").findValuesAsText("hotel")).containsExactly(house.hotel);
        assertThat(strangers.at("/attention/total").asInt()).isZero();
        assertThat(house.stranger("MANAGER")
                        .get("/api/v1/dashboard?hotel=" + house.hotel)
                        .problem())
                .isEqualTo("access.forbidden_hotel");
        assertThat(Http.nobody(port).get("/api/v1/dashboard").status()).isEqualTo(401);
    }

    @Test
    void it_speaks_the_language_that_is_asked_for() {
        refused(today, "9001");

        assertThat(house.admin
                        .with("Accept-Language", "en")
                        .get("/api/v1/dashboard?hotel=" + house.hotel)
                        .json()
                        .at("/attention/causes/0/message")
                        .asText())
                .startsWith("Not yet assigned");
    }

    private JsonNode shown() {
        return house.admin
                .get("/api/v1/dashboard?hotel=" + house.hotel)
                .expect(200)
                .json();
    }

    private JsonNode link() {
        return shown().at("/links/0");
    }

    private long refused(LocalDate arrival, String code) {
        var line = house.send(House.booking("TARO MIHON", arrival, code));
        assertThat(line.get("class").asText()).isEqualTo("ROOM_MAPPING");
        return line.get("id").asLong();
    }

    private static List<Long> telegrams(JsonNode attention) {
        var found = new ArrayList<Long>();
        attention
                .get("cases")
                .forEach(shown -> found.add(shown.get("telegramId").asLong()));
        return found;
    }

    private static long sum(JsonNode hours, String member) {
        var sum = 0L;
        for (var hour : hours) {
            sum += hour.get(member).asLong();
        }
        return sum;
    }

    /** As if the telegram that came as number n to this hotel had been received so long ago. */
    private void received(int number, Duration ago) {
        database.sql("""
                        update telegram
                        set received_at = now() - make_interval(secs => :seconds)
                        where id = (select t.id
                                    from telegram t
                                             join hotel h on h.id = t.hotel_id
                                    where h.code = :hotel
                                    order by t.id
                                    offset :number limit 1)
                        """)
                .param("seconds", ago.toSeconds())
                .param("hotel", house.hotel)
                .param("number", number)
                .update();
    }

    /** A connection that somebody else has a lease on, so that nobody polls here. */
    private void connect(int failures, String polledWell, String next) {
        database.sql("""
                        insert into hotel_connection (hotel_id, address, system_id, credentials, poll, leased_by, lease_until)
                        select h.id, 'https://lincoln.invalid/V1', 'T', '\\x00', true, 'another node', now() + interval '1 hour'
                        from hotel h where h.code = :hotel
                        on conflict do nothing
                        """).param("hotel", house.hotel).update();
        database.sql("""
                        update hotel_connection c
                        set poll_failures  = :failures,
                            last_code      = case when :failures > 0 then 'remote.read_timeout' end,
                            polled_well_at = %s,
                            next_poll_at   = %s
                        from hotel h
                        where h.id = c.hotel_id and h.code = :hotel
                        """.formatted(polledWell, next))
                .param("failures", failures)
                .param("hotel", house.hotel)
                .update();
    }
}
