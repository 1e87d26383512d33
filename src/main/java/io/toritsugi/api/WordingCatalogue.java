package io.toritsugi.api;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The words for people, from {@code failure/catalogue.yaml}: one section for the failures of telegrams, one for the problems
 * of HTTP calls, one for stock. Read once at start; a file that does not fit stops the start rather than the first message.
 */
public final class WordingCatalogue {

    private static final String RESOURCE = "failure/catalogue.yaml";
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private WordingCatalogue() {}

    /**
     * The entries of one section, by code, in the order of the file.
     *
     * @param section {@code failures}, {@code problems} or {@code stock}
     * @param form the record that an entry must fill completely
     * @throws IllegalStateException when the section is missing or an entry does not fit the form
     */
    public static <T> Map<String, T> section(String section, Class<T> form) {
        if (!(document().get(section) instanceof Map<?, ?> entries)) {
            throw new IllegalStateException(RESOURCE + " has no section \"" + section + "\"");
        }
        var read = new LinkedHashMap<String, T>();
        entries.forEach(
                (code, entry) -> read.put(String.valueOf(code), entry(section, String.valueOf(code), entry, form)));
        return read;
    }

    private static <T> T entry(String section, String code, Object entry, Class<T> form) {
        try {
            return STRICT.convertValue(entry, form);
        } catch (IllegalArgumentException misfit) {
            throw new IllegalStateException(RESOURCE + ": " + section + "/" + code + " is not complete", misfit);
        }
    }

    private static Map<String, Object> document() {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (var file = new ClassPathResource(RESOURCE).getInputStream()) {
            return new Yaml(new SafeConstructor(options)).load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
