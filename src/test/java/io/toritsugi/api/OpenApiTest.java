package io.toritsugi.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class OpenApiTest {

    @LocalServerPort
    int port;

    @Test
    void the_description_needs_no_credentials_and_describes_problems_and_ways_to_sign_in() {
        var description = Http.nobody(port).get("/v3/api-docs").expect(200).json();

        assertThat(description.at("/components/schemas/Problem/properties/code").isMissingNode())
                .isFalse();
        assertThat(description.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("bearer", "session");
        var mappings = description.at("/paths").get("/api/v1/hotels/{hotel}/mappings");
        assertThat(mappings.at("/post/responses").fieldNames()).toIterable().contains("401", "403", "404");
        assertThat(mappings.at("/get/parameters").findValuesAsText("name"))
                .contains("hotel", "channel", "code", "cursor", "limit")
                .doesNotContain("page", "asked");
    }

    @ParameterizedTest
    @CsvSource({
        "get,/api/v1/hotels/{hotel}/reservations,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/reservations/{id},401 403 404",
        "get,/api/v1/imports,400 401 403",
        "get,/api/v1/imports/{telegramId},401 403 404",
        "get,/api/v1/imports/{telegramId}/raw,401 403 404",
        "get,/api/v1/failures,400 401 403",
        "get,/api/v1/failures/{id},401 403 404",
        "post,/api/v1/failures/{id}/retry,401 403 404",
        "post,/api/v1/failures/{id}/dismiss,400 401 403 404",
        "post,/api/v1/failures/{id}/assign,400 401 403 404",
        "post,/api/v1/failures/{id}/edit,400 401 403 404",
        "post,/api/v1/failures/{id}/snooze,400 401 403 404",
        "post,/api/v1/failures/{id}/note,400 401 403 404",
        "post,/api/v1/failures/bulk,400 401 403",
        "get,/api/v1/failures/bulk,400 401 403",
        "get,/api/v1/failures/bulk/{id},401 403 404",
        "get,/api/v1/failures/bulk/{id}/items,400 401 403 404",
        "post,/api/v1/failures/bulk/{id}/continue,401 403 404",
        "post,/api/v1/failures/bulk/{id}/cancel,401 403 404",
        "get,/api/v1/hotels/{hotel}/retry-policy,401 403 404",
        "put,/api/v1/hotels/{hotel}/retry-policy,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/upgrades,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/upgrades/paths,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/upgrades/decisions,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/upgrades/displacement,401 403 404",
        "put,/api/v1/hotels/{hotel}/upgrades/displacement,400 401 403 404",
        "get,/api/v1/notifications,400 401 403",
        "get,/api/v1/notifications/{id},401 403 404",
        "post,/api/v1/notifications/{id}/acknowledge,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/hierarchy,401 403 404",
        "put,/api/v1/hotels/{hotel}/hierarchy,400 401 403 404",
        "post,/api/v1/hotels/{hotel}/hierarchy/validate,400 401 403 404",
        "post,/api/v1/hotels/{hotel}/hierarchy/undo,401 403 404",
        "get,/api/v1/hotels/{hotel}/hierarchy/revisions,400 401 403 404",
        "put,/api/v1/hotels/{hotel}/hierarchy/rules,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/connection,401 403 404",
        "put,/api/v1/hotels/{hotel}/connection,400 401 403 404",
        "post,/api/v1/hotels/{hotel}/connection/test,401 403 404",
        "get,/api/v1/hotels/{hotel}/connection/maintenance,400 401 403 404",
        "get,/api/v1/outputs,400 401 403",
        "get,/api/v1/outputs/{id},401 403 404",
        "post,/api/v1/outputs/{id}/retry,401 403 404",
        "post,/api/v1/hotels/{hotel}/mappings/preview,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/mappings/unmapped,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/mappings/proposals,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/room-master,400 401 403 404",
        "post,/api/v1/hotels/{hotel}/room-master/fetch,401 403 404",
        "get,/api/v1/hotels/{hotel}/room-type-groups,401 403 404",
        "put,/api/v1/hotels/{hotel}/room-type-groups,400 401 403 404",
        "get,/api/v1/stop-sells,400 401 403",
        "get,/api/v1/stop-sells/decisions,400 401 403",
        "get,/api/v1/stop-sells/{id},401 403 404",
        "post,/api/v1/stop-sells/{id}/approve,401 403 404",
        "post,/api/v1/stop-sells/{id}/dismiss,400 401 403 404",
        "post,/api/v1/stop-sells/{id}/retry,401 403 404",
        "get,/api/v1/hotels/{hotel}/stop-sell-policy,401 403 404",
        "put,/api/v1/hotels/{hotel}/stop-sell-policy,400 401 403 404",
        "get,/api/v1/hotels/{hotel}/reconciliation,400 401 403 404",
        "post,/api/v1/hotels/{hotel}/reconciliation,401 403 404",
        "get,/api/v1/hotels/{hotel}/reconciliation/{id}/differences,400 401 403 404",
        "get,/api/v1/dashboard,400 401 403",
        "get,/api/v1/search,400 401 403",
        "get,/api/v1/routes,401",
        "post,/api/v1/routes/{id}/start,401 403 404",
        "post,/api/v1/routes/{id}/stop,401 403 404"
    })
    void a_call_is_described_in_words_with_its_answer_and_its_problems(String method, String path, String problems) {
        var description = Http.nobody(port).get("/v3/api-docs").expect(200).json();

        var operation = description.get("paths").path(path).path(method);

        assertThat(operation.path("summary").asText()).isNotBlank();
        assertThat(operation.path("description").asText()).isNotBlank();
        assertThat(operation.path("responses").fieldNames())
                .toIterable()
                .contains(problems.split(" "))
                .containsAnyOf("200", "202");
        for (var problem : problems.split(" ")) {
            assertThat(operation
                            .path("responses")
                            .path(problem)
                            .at("/content/application~1problem+json/schema/$ref")
                            .asText())
                    .isEqualTo("#/components/schemas/Problem");
        }
        operation
                .path("parameters")
                .forEach(
                        parameter -> assertThat(parameter.path("name").asText()).isNotEqualTo("language"));
    }

    @Test
    void the_forms_of_failures_and_of_their_causes_are_described() {
        var description = Http.nobody(port).get("/v3/api-docs").expect(200).json();

        assertThat(description.at("/components/schemas/Failure/properties").fieldNames())
                .toIterable()
                .contains("class", "nextAttemptAt", "arrival", "suggestion");
        assertThat(description.at("/components/schemas/FailureGroup/properties").fieldNames())
                .toIterable()
                .contains("fingerprint", "count", "examples");
    }

    @Test
    void the_page_of_the_description_is_served() {
        assertThat(Http.nobody(port).get("/docs").status()).isEqualTo(302);
        assertThat(Http.nobody(port)
                        .get("/swagger-ui/index.html")
                        .expect(200)
                        .response()
                        .body())
                .contains("swagger-ui");
    }
}
