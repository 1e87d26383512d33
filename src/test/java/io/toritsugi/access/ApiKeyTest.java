package io.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.api.ProblemException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class ApiKeyTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HotelAccess hotels;

    @Autowired
    ApiKeys keys;

    private Http admin;

    @BeforeEach
    void signIn() {
        admin = Http.admin(port);
    }

    @Test
    void a_key_is_shown_once_and_kept_as_a_hash_only() {
        var hotel = admin.newHotel();

        var issued = admin.newKey("OPERATOR", hotel);

        var key = issued.get("key").asText();
        assertThat(key).matches("tg_[A-Za-z0-9_-]{43}");
        assertThat(admin.get("/api/v1/api-keys").response().body())
                .doesNotContain(key)
                .contains(key.substring(0, 8));
        assertThat(jdbc.sql("select count(*) from api_key where api_key::text like '%' || :key || '%'")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from audit where audit::text like '%' || :key || '%'")
                        .param("key", key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_key_needs_no_token_and_makes_no_session() {
        var hotel = admin.newHotel();
        var operator =
                Http.withKey(port, admin.newKey("MANAGER", hotel).get("key").asText());

        var answer = operator.put("/api/v1/hotels/" + hotel + "/room-types/TWN", Map.of("name", "ツイン", "rooms", 1));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Set-Cookie")).isEmpty();
        var who = operator.get("/api/v1/session").expect(200);
        assertThat(who.json().get("name").asText()).isEqualTo("key:test");
        assertThat(who.json().get("hotel").asText()).isEqualTo(hotel);
    }

    @Test
    void a_key_for_one_hotel_is_told_nothing_of_others() {
        var own = admin.newHotel();
        var other = admin.newHotel();
        var caller = Http.withKey(port, admin.newKey("ADMIN", own).get("key").asText());

        for (var hotel : new String[] {other, "NO-SUCH"}) {
            var answer = caller.get("/api/v1/hotels/" + hotel + "/mappings");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.problem()).isEqualTo("access.forbidden_hotel");
        }
        assertThat(caller.put("/api/v1/hotels/NO-SUCH", Map.of()).status()).isEqualTo(403);
        assertThat(caller.get("/api/v1/hotels").items().findValuesAsText("code"))
                .containsExactly(own);
        assertThat(caller.get("/api/v1/api-keys").items().findValuesAsText("hotel"))
                .containsOnly(own);
        assertThat(caller.post("/api/v1/api-keys", Map.of("name", "x", "role", "INTAKE", "hotel", "*"))
                        .status())
                .isEqualTo(403);
        assertThat(caller.get("/api/v1/audit?hotel=" + other).status()).isEqualTo(403);
        assertThat(caller.get("/api/v1/audit").items().findValuesAsText("hotel"))
                .containsOnly(own);
    }

    @Test
    void an_unknown_hotel_is_not_found_for_who_may_use_all() {
        var answer = admin.get("/api/v1/hotels/NO-SUCH/room-types");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("hotel.unknown");
        assertThat(answer.json().get("detail").asText()).contains("NO-SUCH");
    }

    @Test
    void a_revoked_key_opens_nothing() {
        var hotel = admin.newHotel();
        var issued = admin.newKey("VIEWER", hotel);
        var caller = Http.withKey(port, issued.get("key").asText());
        caller.get("/api/v1/hotels").expect(200);

        admin.delete("/api/v1/api-keys/" + issued.get("id").asLong()).expect(204);

        assertThat(caller.get("/api/v1/hotels").status()).isEqualTo(401);
        var again = admin.delete("/api/v1/api-keys/" + issued.get("id").asLong());
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.problem()).isEqualTo("access.api_key_unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer nonsense", "Basic !!", "Digest x", "bearer tg_", "x"})
    void a_header_that_is_no_good_is_refused_even_beside_a_good_session(String header) {
        var answer = admin.with("Authorization", header).get("/api/v1/hotels");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("access.unauthenticated");
    }

    @Test
    void an_intake_key_brings_telegrams_and_sees_nothing() {
        var intake = Http.withKey(port, HttpTest.INTAKE_KEY);

        assertThat(intake.get("/api/v1/hotels").problem()).isEqualTo("access.forbidden");
        assertThat(intake.get("/ota/no/such/route").status()).isEqualTo(404);
        var viewer = Http.withKey(port, admin.newKey("MANAGER", "*").get("key").asText());
        assertThat(viewer.get("/ota/no/such/route").status()).isEqualTo(403);
    }

    @Test
    void a_route_learns_the_hotel_of_an_intake_key_or_why_not() {
        var own = admin.newHotel();
        var other = admin.newHotel();
        var bound = keys.caller(admin.newKey("INTAKE", own).get("key").asText(), "127.0.0.1")
                .orElseThrow();
        var all = keys.caller(HttpTest.INTAKE_KEY, "127.0.0.1").orElseThrow();
        var viewer = new Caller("v", Role.VIEWER, null, null, null);

        assertThat(hotels.requireIntake(bound, own).code()).isEqualTo(own);
        assertThat(hotels.requireIntake(bound, own).zone().getId()).isEqualTo("Asia/Tokyo");
        assertThat(hotels.requireIntake(all, other).code()).isEqualTo(other);
        assertThat(refusal(() -> hotels.requireIntake(bound, other))).isEqualTo("access.forbidden_hotel");
        assertThat(refusal(() -> hotels.requireIntake(bound, "NO-SUCH"))).isEqualTo("access.forbidden_hotel");
        assertThat(refusal(() -> hotels.requireIntake(all, "NO-SUCH"))).isEqualTo("hotel.unknown");
        assertThat(refusal(() -> hotels.requireIntake(viewer, own))).isEqualTo("access.forbidden");
        assertThat(refusal(() -> hotels.requireIntake(own))).isEqualTo("access.unauthenticated");
    }

    @Test
    void a_key_needs_a_name_a_known_role_and_a_known_hotel() {
        var role = admin.post("/api/v1/api-keys", Map.of("name", "x", "role", "BOSS", "hotel", "*"));
        var hotel = admin.post("/api/v1/api-keys", Map.of("name", "x", "role", "INTAKE", "hotel", "NO-SUCH"));
        var name = admin.post("/api/v1/api-keys", Map.of("role", "INTAKE", "hotel", "*"));

        assertThat(role.status()).isEqualTo(400);
        assertThat(role.json().get("field").asText()).isEqualTo("role");
        assertThat(hotel.problem()).isEqualTo("hotel.unknown");
        assertThat(name.json().at("/errors/0/field").asText()).isEqualTo("name");
    }

    @Test
    void only_administrators_make_keys() {
        var manager = Http.withKey(port, admin.newKey("MANAGER", "*").get("key").asText());

        var answer = manager.with("Accept-Language", "en")
                .post("/api/v1/api-keys", Map.of("name", "x", "role", "VIEWER", "hotel", "*"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("detail").asText()).isEqualTo("You may not do this (role needed: ADMIN).");
    }

    @Test
    void the_last_use_of_a_key_is_noted() {
        var issued = admin.newKey("VIEWER", "*");
        Http.withKey(port, issued.get("key").asText()).get("/api/v1/hotels").expect(200);

        var listed = admin.get("/api/v1/api-keys?limit=1").items().get(0);

        assertThat(listed.get("id")).isEqualTo(issued.get("id"));
        assertThat(listed.get("lastUsedAt").asText()).startsWith("20");
        assertThat(listed.get("hotel").asText()).isEqualTo("*");
    }

    private static String refusal(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).code().code();
    }
}
