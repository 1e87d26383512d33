package io.toritsugi.telegram;

/** Judges a name letter by letter whether it is that of a card field; holds nothing of it, however long it gets. */
final class CardName {

    private static final long CARD = packed("card");
    private static final long CREDIT = packed("credit");
    private static final long FOUR_LETTERS = 0xFFFF_FFFFL;
    private static final long SIX_LETTERS = 0xFFFF_FFFF_FFFFL;

    private long lastLetters;
    private long hash;
    private int length;
    private boolean contains;
    private boolean expiry;
    private boolean securityCode;

    CardName() {
        reset();
    }

    void reset() {
        lastLetters = 0;
        hash = 0;
        length = 0;
        contains = false;
        expiry = true;
        securityCode = true;
    }

    /** The next letter; a colon ends the prefix, and the name begins anew. */
    void add(int letter) {
        if (letter == ':') {
            reset();
            return;
        }
        int lower = letter >= 'A' && letter <= 'Z' ? letter | 0x20 : letter;
        lastLetters = lastLetters << 8 | (lower & 0xFF);
        contains |= (lastLetters & FOUR_LETTERS) == CARD || (lastLetters & SIX_LETTERS) == CREDIT;
        expiry &= isAt(CardFields.EXPIRY, lower);
        securityCode &= isAt(CardFields.SECURITY_CODE, lower);
        hash = 31 * hash + letter;
        length++;
    }

    boolean isCard() {
        return contains
                || (expiry && length == CardFields.EXPIRY.length())
                || (securityCode && length == CardFields.SECURITY_CODE.length());
    }

    /** Stands for the local name. */
    long hash() {
        return hash;
    }

    static long hash(String localName) {
        var name = new CardName();
        localName.chars().forEach(name::add);
        return name.hash;
    }

    private boolean isAt(String word, int letter) {
        return length < word.length() && word.charAt(length) == letter;
    }

    private static long packed(String word) {
        long packed = 0;
        for (int i = 0; i < word.length(); i++) {
            packed = packed << 8 | word.charAt(i);
        }
        return packed;
    }
}
