package io.toritsugi.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words for failures as they lie in tables: a code and the JSON of its facts. Safe for use by many threads. */
@Component
public class StoredWords {

    private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() {};

    private final FailureCatalogue catalogue;
    private final ObjectMapper json;

    StoredWords(FailureCatalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    /**
     * What happened, in one sentence.
     *
     * @param code null where there is no failure
     * @param facts the JSON object of its arguments; null where none are known, which shortens the sentence
     * @return null where there is no failure
     */
    public @Nullable String message(@Nullable String code, @Nullable String facts, Locale locale) {
        return code == null ? null : catalogue.message(FailureCode.of(code), facts(facts), locale);
    }

    /** The same for a failure whose facts are read already. */
    public String message(FailureCode code, Map<String, String> facts, Locale locale) {
        return catalogue.message(code, facts, locale);
    }

    /** Why it happened. */
    String cause(FailureCode code, Map<String, String> facts, Locale locale) {
        return catalogue.cause(code, facts, locale);
    }

    /** What to do next. */
    String remedy(FailureCode code, Map<String, String> facts, Locale locale) {
        return catalogue.remedy(code, facts, locale);
    }

    /** The facts themselves, by the names of the catalogue's placeholders. */
    Map<String, String> facts(@Nullable String stored) {
        if (stored == null) {
            return Map.of();
        }
        try {
            return json.readValue(stored, FACTS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Stored facts of a failure are no JSON object", broken);
        }
    }
}
