package io.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@HttpTest
@TestPropertySource(properties = "toritsugi.access.basic=true")
@DirtiesContext // nobody else needs it
class BasicTest {

    @LocalServerPort
    int port;

    @Test
    void where_it_is_switched_on_basic_needs_no_token_and_makes_no_session() {
        var caller = Http.nobody(port).with("Authorization", header("admin", HttpTest.ADMIN_PASSWORD));

        var answer = caller.put("/api/v1/hotels/BASIC1", Map.of("name", "見本"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void a_wrong_password_is_refused_without_a_prompt_of_the_browser() {
        var answer = Http.nobody(port)
                .with("Authorization", header("admin", "guess"))
                .get("/api/v1/hotels");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("access.bad_credentials");
        assertThat(answer.header("WWW-Authenticate").orElseThrow()).doesNotContain("Basic");
    }

    static String header(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
