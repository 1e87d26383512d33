package io.toritsugi.api;

import java.util.Locale;
import java.util.Map;

/**
 * One text of the catalogue in both languages, with placeholders.
 *
 * <p>{@code {found}} is replaced by the argument of that name. A part in square brackets is left out as a whole when one of
 * its arguments is missing: {@code "Room code {code}[ ({name})] is not mapped."} Outside of brackets a missing argument
 * reads {@code …}, so that no message ever fails for want of a detail.
 *
 * @param ja the Japanese text
 * @param en the English text
 */
public record Bilingual(String ja, String en) {

    public String in(Locale locale) {
        return Languages.nearest(locale).equals(Languages.ENGLISH) ? en : ja;
    }

    /** The text with its arguments filled in. Values are taken literally, whatever characters they hold. */
    public String in(Locale locale, Map<String, String> arguments) {
        return WordingTemplate.fill(in(locale), arguments);
    }
}
