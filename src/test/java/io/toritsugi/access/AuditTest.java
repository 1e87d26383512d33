package io.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class AuditTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private Http admin;

    @BeforeEach
    void signIn() {
        admin = Http.admin(port);
    }

    @Test
    void a_change_is_on_record_with_who_from_where_and_how_it_was_before() {
        var hotel = admin.newHotel();
        admin.put("/api/v1/hotels/" + hotel, Map.of("horizonDays", 100)).expect(200);

        var entry =
                admin.get("/api/v1/audit?hotel=" + hotel).expect(200).items().get(0);

        assertThat(entry.get("who").asText()).isEqualTo("admin");
        assertThat(entry.get("address").asText()).isNotBlank();
        assertThat(entry.get("action").asText()).isEqualTo("hotel.changed");
        assertThat(entry.get("hotel").asText()).isEqualTo(hotel);
        assertThat(entry.at("/before/horizonDays").asInt()).isEqualTo(540);
        assertThat(entry.at("/after/horizonDays").asInt()).isEqualTo(100);
    }

    @Test
    void a_refused_change_leaves_nothing_on_record() {
        var hotel = admin.newHotel();
        admin.put("/api/v1/hotels/" + hotel, Map.of("timeZone", "Mars/Base")).expect(400);

        assertThat(admin.get("/api/v1/audit?hotel=" + hotel).items().findValuesAsText("action"))
                .containsExactly("hotel.created");
    }

    @Test
    void the_record_is_filtered_and_read_page_by_page() {
        var hotel = admin.newHotel();
        for (var days = 1; days <= 4; days++) {
            admin.put("/api/v1/hotels/" + hotel, Map.of("horizonDays", days)).expect(200);
        }
        var path = "/api/v1/audit?action=hotel.changed&who=admin&limit=3&hotel=" + hotel;

        var first = admin.get(path).expect(200).json();
        var second = admin.get(path + "&cursor=" + first.get("next").asText()).json();

        assertThat(first.get("items")).hasSize(3);
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(second.at("/items/0/after/horizonDays").asInt()).isEqualTo(1);
        assertThat(admin.get("/api/v1/audit?from=2999-01-01T00:00:00%2B09:00").items())
                .isEmpty();
        assertThat(admin.get("/api/v1/audit?to=2000-01-01T00:00:00Z").items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit set who = 'somebody else'",
                "delete from audit",
                "truncate audit",
                "update %s set who = 'somebody else'",
                "delete from %s",
                "truncate %s"
            })
    void what_is_on_record_cannot_be_changed(String statement) {
        admin.newHotel();
        var month = LocalDate.now(ZoneOffset.UTC).toString().substring(0, 7).replace("-", "");
        var before = jdbc.sql("select count(*) from audit").query(Long.class).single();

        assertThatThrownBy(() -> jdbc.sql(statement.formatted("audit_" + month)).update())
                .hasMessageContaining("the audit is append-only");

        assertThat(jdbc.sql("select count(*) from audit").query(Long.class).single())
                .isEqualTo(before);
    }

    @Test
    void partitions_made_later_are_guarded_as_well() {
        jdbc.sql("select ensure_month_partitions('audit', date '2031-05-01', 1)")
                .query(Integer.class)
                .single();

        assertThatThrownBy(() -> jdbc.sql("truncate audit_203105").update())
                .hasMessageContaining("the audit is append-only");
    }

    @Test
    void signing_in_and_a_refused_password_are_on_record() {
        Http.nobody(port)
                .post("/api/v1/session", Map.of("username", "admin", "password", "guess"))
                .expect(401);
        Http.nobody(port)
                .post("/api/v1/session", Map.of("username", "my-secret-typed-here", "password", "x"))
                .expect(401);

        assertThat(admin.get("/api/v1/audit?action=session.refused&who=admin").items())
                .isNotEmpty();
        assertThat(admin.get("/api/v1/audit?action=session.opened&who=admin").items())
                .isNotEmpty();
        assertThat(admin.get("/api/v1/audit?limit=500").response().body()).doesNotContain("my-secret-typed-here");
    }
}
