package io.toritsugi.telegram;

import java.util.Locale;

/** Which elements hold card data (domain notes §4.2): their text is never stored and never logged. */
final class CardFields {

    static final String EXPIRY = "expiredate";
    static final String SECURITY_CODE = "securitycode";

    private CardFields() {}

    /** Whether an element of this local name is one of them, in any spelling of capitals. */
    static boolean isCard(String localName) {
        var name = localName.toLowerCase(Locale.ROOT);
        return name.contains("card") || name.contains("credit") || name.equals(EXPIRY) || name.equals(SECURITY_CODE);
    }
}
