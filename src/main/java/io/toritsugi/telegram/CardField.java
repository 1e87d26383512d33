package io.toritsugi.telegram;

/** A card field that is open while a document is blanked: where it began, and how deep we are in it. */
final class CardField {

    private static final long INNER_DOCUMENT = CardName.hash("infoTravelXML");
    private static final long TELEGRAM = CardName.hash(ParseFailures.TELEGRAM_ROOT);

    private final long name;
    private final boolean byReference;
    private final boolean inCdata;
    private final boolean inComment;
    private int depth;
    private int namesakes;

    CardField(long name, boolean byReference, boolean inCdata, boolean inComment) {
        this.name = name;
        this.byReference = byReference;
        this.inCdata = inCdata;
        this.inComment = inComment;
    }

    /** Whether its tag was escaped, as in a document inside an answer. */
    boolean byReference() {
        return byReference;
    }

    boolean endsWithCdata() {
        return inCdata;
    }

    boolean endsWithComment() {
        return inComment;
    }

    /** An element begins within. */
    void enter(CardName startTag) {
        depth++;
        namesakes += startTag.hash() == name ? 1 : 0;
    }

    /**
     * Whether this end tag closes the field: its own, one of an element around it where its own is missing, or that of the
     * document.
     */
    boolean closedBy(CardName endTag) {
        long hash = endTag.hash();
        depth--;
        namesakes -= hash == name ? 1 : 0;
        return depth < 0 || namesakes < 0 || hash == INNER_DOCUMENT || hash == TELEGRAM;
    }
}
