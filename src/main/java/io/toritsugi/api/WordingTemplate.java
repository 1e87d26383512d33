package io.toritsugi.api;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the placeholders of a catalogue text; the rules are those of {@link Bilingual}. */
final class WordingTemplate {

    private static final Pattern OPTIONAL_PART = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final String UNKNOWN = "…";

    private WordingTemplate() {}

    static String fill(String template, Map<String, String> arguments) {
        // Optional parts are decided on the template, before any value is in it: a value may hold brackets itself.
        var complete = OPTIONAL_PART
                .matcher(template)
                .replaceAll(part -> Matcher.quoteReplacement(hasAll(part.group(1), arguments) ? part.group(1) : ""));
        return PLACEHOLDER
                .matcher(complete)
                .replaceAll(name -> Matcher.quoteReplacement(
                        given(name.group(1), arguments) ? arguments.get(name.group(1)) : UNKNOWN));
    }

    private static boolean hasAll(String part, Map<String, String> arguments) {
        return PLACEHOLDER.matcher(part).results().allMatch(name -> given(name.group(1), arguments));
    }

    /** An empty value says as little as none. */
    private static boolean given(String name, Map<String, String> arguments) {
        return !arguments.getOrDefault(name, "").isBlank();
    }
}
