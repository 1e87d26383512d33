package io.toritsugi.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | ja",
                "en | en",
                "en-US,en;q=0.9 | en",
                "ja,en-US;q=0.9 | ja",
                "en;q=0.5,ja;q=0.9 | ja",
                "fr | ja",
                "fr,en;q=0.1 | en",
                "* | ja",
                "en;q=0 | ja",
                "no such language at all | ja"
            })
    void japanese_unless_english_is_preferred(String header, String language) {
        assertThat(Languages.asked(header).getLanguage()).isEqualTo(language);
    }
}
