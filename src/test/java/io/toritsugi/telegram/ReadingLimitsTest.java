package io.toritsugi.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ReadingLimitsTest {

    @Test
    void every_default_is_as_documented() {
        assertThat(ReadingLimits.defaults())
                .isEqualTo(new ReadingLimits(
                        DataSize.ofMegabytes(2),
                        DataSize.ofGigabytes(1),
                        DataSize.ofMegabytes(1),
                        200,
                        64,
                        64,
                        DataSize.ofKilobytes(64),
                        256,
                        256,
                        DataSize.ofKilobytes(512),
                        Duration.ofSeconds(5)));
    }

    @Test
    void each_limit_can_be_configured() {
        var limits = bind(Map.of(
                "toritsugi.reading.telegram-size", "3MB",
                "toritsugi.reading.answer-size", "10MB",
                "toritsugi.reading.gzip-ratio", "50",
                "toritsugi.reading.depth", "10",
                "toritsugi.reading.time", "250ms"));

        assertThat(limits.telegramSize()).isEqualTo(DataSize.ofMegabytes(3));
        assertThat(limits.answerSize()).isEqualTo(DataSize.ofMegabytes(10));
        assertThat(limits.gzipRatio()).isEqualTo(50);
        assertThat(limits.depth()).isEqualTo(10);
        assertThat(limits.time()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void a_limit_of_zero_is_refused_by_name() {
        assertThatThrownBy(() -> bind(Map.of("toritsugi.reading.depth", "0")))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("toritsugi.reading.depth must be positive, but is 0");
    }

    @Test
    void a_telegram_size_that_no_array_could_hold_is_refused() {
        assertThatThrownBy(() -> bind(Map.of("toritsugi.reading.telegram-size", "4GB")))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining("telegram-size");
    }

    private static ReadingLimits bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("toritsugi.reading", ReadingLimits.class);
    }
}
