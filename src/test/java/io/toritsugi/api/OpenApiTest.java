package io.toritsugi.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
