package io.toritsugi.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Bilingual;
import io.toritsugi.api.WordingCatalogue;
import io.toritsugi.inventory.TypeFacts;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FindingWordsTest {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");

    static Stream<Finding> warnings() {
        var small = new TypeFacts(1, "SGL", 1, false, 9000);
        var large = new TypeFacts(2, "FAM", 5, false, 32_000);
        return Stream.of(
                Finding.equalPriorities("SGL", 1, List.of("DBL", "TWN")),
                Finding.unreachable("SGL"),
                Finding.lowerCapacity(large, small),
                Finding.lowerRate(large, small));
    }

    @Test
    void every_warning_has_its_words_and_no_words_are_without_a_warning() {
        assertThat(WordingCatalogue.section("warnings", Bilingual.class).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        warnings().map(Finding::code).toList());
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void both_languages_name_all_the_facts_of_a_warning(Finding warning) {
        var words = WordingCatalogue.section("warnings", Bilingual.class).get(warning.code());

        assertThat(words.ja()).containsPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
        assertThat(words.en()).matches("[\\x20-\\x7e“”–]+");
        for (var text : List.of(words.ja(), words.en())) {
            assertThat(FACT.matcher(text).results().map(FindingWordsTest::name))
                    .containsExactlyInAnyOrderElementsOf(warning.facts().keySet());
        }
    }

    private static String name(MatchResult fact) {
        return fact.group(1);
    }
}
