package io.toritsugi.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class UserInterfaceAccessTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/h/SMP/failures"})
    void the_page_needs_no_session(String address) {
        var answer = Http.nobody(port).get(address);

        assertThat(answer.header("Content-Type").orElse("")).startsWith("text/");
        assertThat(answer.response().body()).containsAnyOf("<!doctype html>", "<!DOCTYPE html>", "/docs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/sign-in", "/h/SMP/failures"})
    void who_asks_for_the_head_alone_needs_none_either(String address) {
        assertThat(Http.nobody(port).send("HEAD", address, "").status())
                .isEqualTo(Http.nobody(port).get(address).status());
    }

    @Test
    void nothing_is_written_to_the_page() {
        assertThat(Http.admin(port).send("POST", "/h/SMP/failures", "{}").status())
                .isEqualTo(405);
    }

    @Test
    void an_unknown_file_is_not_found_and_not_kept() {
        assertThat(Http.nobody(port)
                        .get("/assets/index-old.js")
                        .expect(404)
                        .header("Cache-Control")
                        .orElse(""))
                .doesNotContain("immutable");
    }

    @Test
    void styles_may_stand_inline_and_scripts_may_not() {
        var policy =
                Http.nobody(port).get("/").header("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'self'")
                .contains("style-src 'self' 'unsafe-inline'")
                .contains("img-src 'self' data:")
                .doesNotContain("script-src", "unsafe-eval", "connect-src");
    }

    @Test
    void what_is_behind_the_page_still_needs_one() {
        assertThat(Http.nobody(port).get("/api/v1/hotels").status()).isEqualTo(401);
        assertThat(Http.nobody(port).get("/elsewhere").status()).isEqualTo(401);
    }
}
