package io.toritsugi.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTest {

    @Test
    void nothing_said_means_random_secrets_no_basic_and_a_check_every_three_seconds() {
        var settings = bound(Map.of());

        assertThat(settings).isEqualTo(new AccessSettings(null, null, false, Duration.ofSeconds(3)));
    }

    @Test
    void secrets_are_not_printed_with_the_settings() {
        var settings = bound(
                Map.of("toritsugi.access.admin-password", "secret one", "toritsugi.access.intake-key", "secret two"));

        assertThat(settings.adminPassword()).isEqualTo("secret one");
        assertThat(settings.intakeKey()).isEqualTo("secret two");
        assertThat(settings.toString()).doesNotContain("secret");
    }

    private static AccessSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("toritsugi.access", AccessSettings.class);
    }
}
