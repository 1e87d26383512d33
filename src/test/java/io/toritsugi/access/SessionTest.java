package io.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class SessionTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Users users;

    @Test
    void without_credentials_everything_but_signing_in_is_refused_as_unauthenticated() {
        var nobody = Http.nobody(port);

        for (var path :
                new String[] {"/api/v1/session", "/api/v1/hotels", "/api/v1/no/such/path", "/ota/x", "/other"}) {
            var answer = nobody.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("access.unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer realm=\"toritsugi\"");
        }
        assertThat(nobody.put("/api/v1/hotels/X", Map.of()).status()).isEqualTo(401);
        assertThat(nobody.post("/ota/tl-lincoln/SMP", Map.of()).status()).isEqualTo(401);
        assertThat(nobody.cookie("SESSION")).isEmpty();
    }

    @Test
    void who_signs_in_gets_a_session_cookie_that_scripts_and_other_sites_cannot_use() {
        var browser = Http.nobody(port);

        var answer = browser.post("/api/v1/session", Map.of("username", "admin", "password", HttpTest.ADMIN_PASSWORD));

        assertThat(answer.status()).isEqualTo(204);
        var cookie = answer.response().headers().allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith("SESSION="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").contains("Path=/");
        var who = browser.get("/api/v1/session").expect(200).json();
        assertThat(who.get("name").asText()).isEqualTo("admin");
        assertThat(who.get("role").asText()).isEqualTo("ADMIN");
        assertThat(who.get("hotel").asText()).isEqualTo("*");
        assertThat(browser.cookie("XSRF-TOKEN")).isPresent();
    }

    @Test
    void asking_who_one_is_sets_the_token_where_it_is_missing() {
        var browser = Http.admin(port);
        var session = browser.cookie("SESSION").orElseThrow().getValue();

        var answer = Http.nobody(port).with("Cookie", "SESSION=" + session).get("/api/v1/session");

        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("XSRF-TOKEN=") && !cookie.contains("HttpOnly"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_refused_in_the_same_words() {
        var wrong = Http.nobody(port).post("/api/v1/session", Map.of("username", "admin", "password", "guess"));
        var unknown = Http.nobody(port).post("/api/v1/session", Map.of("username", "nobody", "password", "guess"));

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("access.bad_credentials");
        assertThat(unknown.response().body()).isEqualTo(wrong.response().body());
        assertThat(wrong.header("Set-Cookie")).isEmpty();
    }

    @Test
    void guessing_is_stopped_after_ten_tries_for_that_name() {
        var name = "user-" + UUID.randomUUID();
        for (var guess = 0; guess < 10; guess++) {
            Http.nobody(port)
                    .post("/api/v1/session", Map.of("username", name, "password", "guess"))
                    .expect(401);
        }

        var answer = Http.nobody(port).post("/api/v1/session", Map.of("username", name, "password", "guess"));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.problem()).isEqualTo("access.too_many_attempts");
        assertThat(Long.parseLong(answer.header("Retry-After").orElseThrow())).isBetween(1L, 60L);
    }

    @Test
    void a_change_without_the_token_is_refused_and_with_it_is_done() {
        var browser = Http.nobody(port);
        browser.post("/api/v1/session", Map.of("username", "admin", "password", HttpTest.ADMIN_PASSWORD))
                .expect(204);

        var without = browser.put("/api/v1/hotels/CSRF1", Map.of());
        var wrong = browser.with("X-XSRF-TOKEN", UUID.randomUUID().toString()).put("/api/v1/hotels/CSRF1", Map.of());

        assertThat(without.status()).isEqualTo(403);
        assertThat(without.problem()).isEqualTo("access.csrf");
        assertThat(wrong.problem()).isEqualTo("access.csrf");
        browser.withToken().put("/api/v1/hotels/CSRF1", Map.of()).expect(201);
    }

    @Test
    void a_session_that_was_planted_before_is_not_the_one_signed_in() {
        var victim = Http.admin(port);
        var planted = victim.cookie("SESSION").orElseThrow().getValue();

        victim.post("/api/v1/session", Map.of("username", "admin", "password", HttpTest.ADMIN_PASSWORD))
                .expect(204);

        assertThat(victim.cookie("SESSION").orElseThrow().getValue()).isNotEqualTo(planted);
        assertThat(Http.nobody(port)
                        .with("Cookie", "SESSION=" + planted)
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void who_signs_out_is_out() {
        var browser = Http.admin(port);
        var session = browser.cookie("SESSION").orElseThrow().getValue();

        browser.delete("/api/v1/session").expect(204);

        assertThat(Http.nobody(port)
                        .with("Cookie", "SESSION=" + session)
                        .get("/api/v1/session")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_new_password_or_a_lock_ends_the_sessions_of_that_user() {
        var name = "user-" + UUID.randomUUID();
        users.create(name, "first", Role.VIEWER);
        var browser = Http.nobody(port);
        browser.post("/api/v1/session", Map.of("username", name, "password", "first"))
                .expect(204);
        browser.get("/api/v1/session").expect(200);

        users.changePassword(name, "second");

        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
        browser.post("/api/v1/session", Map.of("username", name, "password", "second"))
                .expect(204);
        jdbc.sql("update user_account set enabled = false where username = :name")
                .param("name", name)
                .update();
        assertThat(browser.get("/api/v1/session").status()).isEqualTo(401);
    }

    @Test
    void a_viewer_sees_and_changes_nothing() {
        var name = "user-" + UUID.randomUUID();
        users.create(name, "secret", Role.VIEWER);
        var browser = Http.nobody(port);
        browser.post("/api/v1/session", Map.of("username", name, "password", "secret"))
                .expect(204);
        var viewer = browser.withToken();

        viewer.get("/api/v1/hotels").expect(200);
        assertThat(viewer.put("/api/v1/hotels/V1", Map.of()).problem()).isEqualTo("access.forbidden");
        assertThat(viewer.get("/api/v1/api-keys").problem()).isEqualTo("access.forbidden");
        assertThat(viewer.get("/api/v1/audit").problem()).isEqualTo("access.forbidden");
    }

    @Test
    void basic_is_not_taken_unless_switched_on() {
        var answer = Http.nobody(port)
                .with("Authorization", BasicTest.header("admin", HttpTest.ADMIN_PASSWORD))
                .get("/api/v1/session");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void health_is_open_and_other_actuators_are_not() {
        assertThat(Http.nobody(port)
                        .get("/actuator/health/readiness")
                        .json()
                        .get("status")
                        .asText())
                .isEqualTo("UP");
        assertThat(Http.nobody(port).get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(Http.nobody(port).get("/actuator/env").status()).isEqualTo(401);
    }

    @Test
    void answers_carry_the_headers_that_keep_a_browser_safe() {
        var answer = Http.nobody(port).get("/api/v1/hotels");

        assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.header("Content-Security-Policy").orElseThrow()).contains("frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
    }
}
