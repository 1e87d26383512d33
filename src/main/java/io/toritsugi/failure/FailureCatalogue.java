package io.toritsugi.failure;

import io.toritsugi.api.Bilingual;
import io.toritsugi.api.WordingCatalogue;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The words for every failure, in Japanese and English: what happened, why, and what to do next, as a front desk says it.
 * Facts come from {@link Failure#arguments()}; a fact that is missing shortens the message and never breaks it. Safe for
 * use by many threads.
 */
@Component
public class FailureCatalogue {

    private final Map<FailureCode, Words> words = new EnumMap<>(FailureCode.class);

    /**
     * Reads the catalogue.
     *
     * @throws IllegalStateException when a code has no words, so that it is found at start and not at the first failure
     */
    public FailureCatalogue() {
        var section = WordingCatalogue.section("failures", Words.class);
        for (var code : FailureCode.values()) {
            var found = section.get(code.code());
            if (found == null) {
                throw new IllegalStateException("The catalogue has no words for the failure " + code.code());
            }
            words.put(code, found);
        }
    }

    /** What happened, in one sentence: {@code ja} unless the locale is English. */
    public String message(Failure failure, Locale locale) {
        return message(failure.code(), failure.arguments(), locale);
    }

    /** As {@link #message(Failure, Locale)}, for a failure that was read from its table. */
    public String message(FailureCode code, Map<String, String> arguments, Locale locale) {
        return words(code).message().in(locale, arguments);
    }

    /** Why it happened. */
    public String cause(FailureCode code, Map<String, String> arguments, Locale locale) {
        return words(code).cause().in(locale, arguments);
    }

    /** What to do next. */
    public String remedy(FailureCode code, Map<String, String> arguments, Locale locale) {
        return words(code).remedy().in(locale, arguments);
    }

    Words words(FailureCode code) {
        return words.get(code);
    }

    record Words(Bilingual message, Bilingual cause, Bilingual remedy) {}
}
