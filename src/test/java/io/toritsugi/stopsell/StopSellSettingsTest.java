package io.toritsugi.stopsell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class StopSellSettingsTest {

    @Test
    void nothing_said_means_eight_attempts_short_pauses_searches_of_29_nights_and_three_months_of_comparisons() {
        assertThat(bound(Map.of()))
                .isEqualTo(new StopSellSettings(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(60),
                        8,
                        Duration.ofSeconds(2),
                        4,
                        29,
                        Duration.ofDays(90)));
    }

    @Test
    void a_search_of_more_nights_than_tl_lincoln_permits_is_refused() {
        assertThatThrownBy(() -> bound(Map.of("toritsugi.stop-sell.days-per-search", "31")))
                .rootCause()
                .hasMessageContaining("1 <= days-per-search <= 30");
    }

    private static StopSellSettings bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("toritsugi.stop-sell", StopSellSettings.class);
    }
}
