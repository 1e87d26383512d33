package io.toritsugi.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class FailureCodesTest {

    @LocalServerPort
    int port;

    @Test
    void the_catalogue_is_listed_in_the_language_asked_for() {
        var admin = Http.admin(port);

        var japanese = admin.get("/api/v1/failure-codes").expect(200).items();
        var english = admin.with("Accept-Language", "en-GB,ja;q=0.5")
                .get("/api/v1/failure-codes")
                .items();

        assertThat(japanese).hasSize(FailureCode.values().length);
        var unmapped = japanese.findParents("code").stream()
                .filter(entry -> entry.get("code").asText().equals("mapping.unknown_code"))
                .findFirst()
                .orElseThrow();
        assertThat(unmapped.get("class").asText()).isEqualTo("ROOM_MAPPING");
        assertThat(unmapped.get("retryable").asBoolean()).isTrue();
        assertThat(unmapped.get("needsPerson").asBoolean()).isTrue();
        assertThat(unmapped.get("message").asText()).contains("部屋タイプ未対応");
        assertThat(english.get(0).get("message").asText()).isEqualTo("The telegram that arrived is empty.");
    }
}
