package io.toritsugi.upgrade.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class CascadeSettingsTest {

    @Test
    void a_week_six_rooms_and_five_seconds_unless_said() {
        assertThat(bound(Map.of())).isEqualTo(new CascadeSettings(7, 6, Duration.ofSeconds(5), Duration.ofDays(1)));
    }

    @Test
    void a_request_says_how_far_to_look_and_the_house_how_long() {
        var settings = bound(Map.of("toritsugi.cascades.time-limit", "2s"));

        assertThat(settings.limits(3, null)).isEqualTo(new CascadeLimits(3, 6, Duration.ofSeconds(2)));
        assertThat(settings.limits(null, 2)).isEqualTo(new CascadeLimits(7, 2, Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @CsvSource({"window,31", "window,-1", "most-rooms,0", "most-rooms,21", "time-limit,0s", "keep,-1d"})
    void limits_that_make_no_sense_are_refused_by_name(String name, String value) {
        assertThatThrownBy(() -> bound(Map.of("toritsugi.cascades." + name, value)))
                .rootCause()
                .hasMessageContaining("toritsugi.cascades")
                .hasMessageContaining(name);
    }

    private static CascadeSettings bound(Map<String, String> given) {
        return new Binder(new MapConfigurationPropertySource(given))
                .bindOrCreate("toritsugi.cascades", CascadeSettings.class);
    }
}
