package io.toritsugi.booking;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** A text of the telegram, fit to be stored: without white space around, null when there is nothing in it. */
final class SentText {

    private SentText() {}

    /** An empty element means "missing" (domain notes §4.1). */
    static @Nullable String of(@Nullable String sent) {
        if (sent == null) {
            return null;
        }
        var text = storable(sent).strip();
        return text.isEmpty() ? null : text;
    }

    /** The first of the spellings that says something. */
    static @Nullable String firstOf(@Nullable String one, @Nullable String other) {
        var text = of(one);
        return text != null ? text : of(other);
    }

    /** Unicode's compatibility form: half-width kana become full-width, wide spaces and digits plain ones. */
    static String nfkc(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7e) {
                return Normalizer.normalize(text, Normalizer.Form.NFKC);
            }
        }
        return text;
    }

    /** At most so many characters, a surrogate pair never cut in two. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** PostgreSQL takes neither U+0000 nor half of a surrogate pair: the one is dropped, the other shown as lost. */
    private static String storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == 0 || Character.isSurrogate(character)) {
                return rewritten(text);
            }
        }
        return text;
    }

    private static String rewritten(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(point -> point != 0).forEach(point -> {
            var lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            clean.appendCodePoint(lone ? 0xfffd : point);
        });
        return clean.toString();
    }
}
