package io.toritsugi.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Problems.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class ProblemsTest {

    @LocalServerPort
    int port;

    private Http admin;

    @BeforeEach
    void signIn() {
        admin = Http.admin(port);
    }

    @Test
    void every_problem_has_its_words_and_no_words_are_without_a_problem() {
        assertThat(WordingCatalogue.section("problems", Words.class).keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProblemCode.values())
                        .map(ProblemCode::code)
                        .toList());
    }

    @Test
    void an_unknown_path_is_a_problem_document_in_japanese_unless_english_is_asked_for() {
        var japanese = admin.get("/api/v1/nothing/here");
        var english = admin.with("Accept-Language", "en").get("/api/v1/nothing/here");
        var french = admin.with("Accept-Language", "fr").get("/api/v1/nothing/here");

        assertThat(japanese.status()).isEqualTo(404);
        assertThat(japanese.problem()).isEqualTo("request.not_found");
        assertThat(japanese.json().get("title").asText()).isEqualTo("見つかりません");
        assertThat(japanese.json().get("instance").asText()).isEqualTo("/api/v1/nothing/here");
        assertThat(japanese.json().get("type").asText()).isEqualTo("urn:toritsugi:problem:request.not_found");
        assertThat(japanese.json().get("status").asInt()).isEqualTo(404);
        assertThat(english.json().get("title").asText()).isEqualTo("Not found");
        assertThat(french.json().get("title").asText()).isEqualTo("見つかりません");
    }

    @Test
    void a_browser_that_wants_html_is_answered_with_a_problem_document_too() {
        var answer = admin.with("Accept", "text/html").get("/api/v1/nothing/here");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("request.not_found");
    }

    @Test
    void broken_json_is_refused_with_its_place() {
        var answer = admin.send("PUT", "/api/v1/hotels/X1", "{\"name\": }");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("request.unreadable");
        assertThat(answer.json().get("line").asText()).isEqualTo("1");
    }

    @Test
    void a_value_of_the_wrong_type_is_refused_with_its_field() {
        var answer = admin.send("PUT", "/api/v1/hotels/X1", "{\"name\":\"x\",\"horizonDays\":\"many\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().get("detail").asText()).contains("horizonDays");
        assertThat(answer.json().get("field").asText()).isEqualTo("horizonDays");
    }

    @Test
    void a_value_out_of_bounds_is_refused_with_its_field_and_the_reason_in_the_language_asked_for() {
        var answer = admin.with("Accept-Language", "en").send("PUT", "/api/v1/hotels/X1", "{\"horizonDays\":0}");
        var japanese = admin.send("PUT", "/api/v1/hotels/X1", "{\"horizonDays\":0}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("request.invalid");
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("horizonDays");
        assertThat(answer.json().at("/errors/0/message").asText()).contains("greater than or equal to 1");
        assertThat(japanese.json().at("/errors/0/message").asText()).contains("以上");
    }

    @Test
    void a_missing_body_a_wrong_media_type_and_a_wrong_method_are_told_apart() {
        assertThat(admin.with("Content-Type", "application/json")
                        .send("PUT", "/api/v1/hotels/X1", "")
                        .problem())
                .isEqualTo("request.unreadable");
        var media = admin.with("Content-Type", "text/plain").send("PUT", "/api/v1/hotels/X1", "name");
        assertThat(media.status()).isEqualTo(415);
        assertThat(media.problem()).isEqualTo("request.media_type");
        var method = admin.delete("/api/v1/hotels");
        assertThat(method.status()).isEqualTo(405);
        assertThat(method.problem()).isEqualTo("request.method");
        assertThat(method.header("Allow")).hasValue("GET");
    }

    @Test
    void a_body_that_is_too_long_is_refused_before_it_is_held_in_memory() {
        var answer = admin.send("PUT", "/api/v1/hotels/X1", "{\"name\":\"" + "x".repeat(2_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("request.too_large");
    }

    @Test
    void a_cursor_or_a_limit_that_makes_no_sense_is_refused_by_name() {
        assertThat(admin.get("/api/v1/hotels?limit=501")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("limit");
        assertThat(admin.get("/api/v1/hotels?limit=many")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("limit");
        assertThat(admin.get("/api/v1/hotels?cursor=%21%21")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("cursor");
        assertThat(admin.get("/api/v1/audit?cursor=YWJj")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("cursor");
    }

    @Test
    void a_parameter_of_the_wrong_type_is_refused_by_name() {
        var hotel = admin.newHotel();

        var answer = admin.get("/api/v1/hotels/" + hotel + "/inventory?from=yesterday");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asText()).isEqualTo("from");
    }

    @Test
    void a_request_that_the_container_refuses_itself_is_no_html_page() throws IOException {
        assertThat(raw("GET /api/v1/%zz HTTP/1.1")).startsWith("HTTP/1.1 400").doesNotContain("<html");
        assertThat(raw("GET /api/v1/hotels/%2e%2e%2f HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("<html");
        assertThat(raw("GET /api//v1/hotels;a=b HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("<html");
        assertThat(raw("GET /api/v1/<x> HTTP/1.1")).startsWith("HTTP/1.1 400").doesNotContain("<html");
    }

    private String raw(String requestLine) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
