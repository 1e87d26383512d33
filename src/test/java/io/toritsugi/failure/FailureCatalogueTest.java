package io.toritsugi.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Bilingual;
import io.toritsugi.api.WordingCatalogue;
import io.toritsugi.failure.FailureCatalogue.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureCatalogueTest {

    private static final Path DOCUMENT = Path.of("docs", "failure-codes.md");

    private final FailureCatalogue catalogue = new FailureCatalogue();

    @Test
    void every_code_has_its_words_and_no_words_are_without_a_code() {
        assertThat(WordingCatalogue.section("failures", Words.class).keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(FailureCode.values())
                        .map(FailureCode::code)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void every_text_is_there_in_both_languages(FailureCode code) {
        var words = catalogue.words(code);
        for (var text : new Bilingual[] {words.message(), words.cause(), words.remedy()}) {
            assertThat(text.ja()).isNotBlank().containsPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
            assertThat(text.en()).isNotBlank().matches("[\\x20-\\x7e“”–]+");
        }
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void both_languages_name_the_same_facts(FailureCode code) {
        var words = catalogue.words(code);
        for (var text : new Bilingual[] {words.message(), words.cause(), words.remedy()}) {
            assertThat(facts(text.ja())).isEqualTo(facts(text.en()));
        }
    }

    @ParameterizedTest
    @EnumSource(FailureCode.class)
    void a_message_without_its_facts_still_reads_as_a_sentence(FailureCode code) {
        for (var locale : new Locale[] {Locale.JAPANESE, Locale.ENGLISH}) {
            assertThat(catalogue.message(code, Map.of(), locale)).doesNotContainPattern("[{}\\[\\]]");
        }
    }

    @Test
    void an_unmapped_room_is_named_by_code_and_name() {
        var failure = new Failure(FailureCode.UNKNOWN_ROOM_CODE, "map", Map.of("codes", "9999 スイート（新設）"));

        assertThat(catalogue.message(failure, Locale.JAPANESE)).isEqualTo("部屋タイプ未対応のコードがあります：9999 スイート（新設）");
        assertThat(catalogue.message(failure, Locale.ENGLISH))
                .isEqualTo("Not yet assigned to a room type: 9999 スイート（新設）");
    }

    @Test
    void a_full_night_is_named_with_its_type() {
        var failure = new Failure(
                FailureCode.NO_ROOM_FREE, "enrich", Map.of("roomType", "TWN", "nights", "2027-03-05, 2027-03-06"));

        assertThat(catalogue.message(failure, Locale.ENGLISH)).isEqualTo("No room free: TWN (2027-03-05, 2027-03-06)");
    }

    @Test
    void a_value_is_taken_literally_whatever_it_holds() {
        var failure = new Failure(FailureCode.UNKNOWN_ROOM_CODE, "map", Map.of("codes", "$1 [x] {codes} \\"));

        assertThat(catalogue.message(failure, Locale.ENGLISH))
                .isEqualTo("Not yet assigned to a room type: $1 [x] {codes} \\");
    }

    @Test
    void the_document_says_what_the_catalogue_says() throws IOException {
        var document = document();
        if (Boolean.getBoolean("toritsugi.docs.write")) {
            Files.createDirectories(DOCUMENT.getParent());
            Files.writeString(DOCUMENT, document);
        }

        assertThat(DOCUMENT)
                .as("written anew by: mvn test -Dtest=FailureCatalogueTest -Dtoritsugi.docs.write=true")
                .content()
                .isEqualTo(document);
    }

    private static Set<String> facts(String text) {
        return Stream.of(text.split("(?=\\{)|(?<=})"))
                .filter(part -> part.startsWith("{"))
                .collect(Collectors.toSet());
    }

    private String document() {
        var rows = Arrays.stream(FailureCode.values())
                .map(code -> {
                    var words = catalogue.words(code);
                    return """
                            ## `%s`

                            Class `%s` · %s · %s

                            | | 日本語 | English |
                            | --- | --- | --- |
                            | message | %s | %s |
                            | cause | %s | %s |
                            | remedy | %s | %s |
                            """.formatted(
                                    code.code(),
                                    code.failureClass(),
                                    code.retryable() ? "may heal by itself" : "does not heal by itself",
                                    code.healing().needsPerson() ? "shown to a person" : "nobody is called",
                                    words.message().ja(),
                                    words.message().en(),
                                    words.cause().ja(),
                                    words.cause().en(),
                                    words.remedy().ja(),
                                    words.remedy().en());
                })
                .collect(Collectors.joining("\n"));
        return """
                # Failure codes

                Every way in which a telegram can fail, from `src/main/resources/failure/catalogue.yaml` (a test keeps this page and
                the catalogue the same). `{name}` stands for a fact of the case; a part in [brackets] is left out when its fact is
                missing. Over the API: `GET /api/v1/failure-codes`.

                """ + rows;
    }
}
