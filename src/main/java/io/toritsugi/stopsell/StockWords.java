package io.toritsugi.stopsell;

import io.toritsugi.api.Bilingual;
import io.toritsugi.api.WordingCatalogue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The words for stock, in Japanese and English: what it is, and what to do next. Safe for use by many threads. */
@Component
class StockWords {

    private final Map<String, Words> words = WordingCatalogue.section("stock", Words.class);

    /** @throws IllegalStateException when a code has no words, so that it is found at start */
    StockWords() {
        Arrays.stream(StockWord.values()).map(StockWord::code).forEach(this::of);
    }

    String message(String code, Map<String, String> facts, Locale locale) {
        return of(code).message().in(locale, facts);
    }

    String next(String code, Map<String, String> facts, Locale locale) {
        return of(code).next().in(locale, facts);
    }

    private Words of(String code) {
        var found = words.get(code);
        if (found == null) {
            throw new IllegalStateException("The catalogue has no words for " + code + " in its section stock");
        }
        return found;
    }

    record Words(Bilingual message, Bilingual next) {}
}
