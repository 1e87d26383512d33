package io.toritsugi.api;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The two languages of the product: Japanese, unless English is asked for. */
public final class Languages {

    public static final Locale JAPANESE = Locale.JAPANESE;
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final List<Locale> SPOKEN = List.of(JAPANESE, ENGLISH);

    private Languages() {}

    /**
     * The language that an {@code Accept-Language} header asks for: the best of Japanese and English, and Japanese where
     * the header is missing, unreadable or asks for others only.
     */
    public static Locale asked(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank() || acceptLanguage.length() > 500) {
            return JAPANESE;
        }
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return best == null ? JAPANESE : best;
        } catch (IllegalArgumentException unreadable) {
            return JAPANESE;
        }
    }

    /** The spoken language nearest to a locale: English for any English, else Japanese. */
    public static Locale nearest(Locale locale) {
        return ENGLISH.getLanguage().equals(locale.getLanguage()) ? ENGLISH : JAPANESE;
    }
}
