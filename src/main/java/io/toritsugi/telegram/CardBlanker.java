package io.toritsugi.telegram;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * Overwrites the text of card fields with stars while a document passes by (domain notes §4.2): the text, CDATA and
 * attributes of every element that {@link CardFields} names, and of all within it. Lengths stay, and so does every other
 * byte, in every encoding that we read.
 *
 * <p>No parser: what cannot be parsed must be blanked too. Markup is followed in both spellings, as itself and, for a
 * document inside an answer, escaped. A field that is never closed ends where its surroundings end, so
 * that one broken telegram does not blank its neighbours. White space before a text stays, to keep the layout of nested
 * elements.
 */
final class CardBlanker {

    private enum State {
        /** Between tags. */
        TEXT,
        /** In the name of a tag. */
        NAME,
        /** Behind the name of a tag that belongs to a card field. */
        TAG,
        /** In a quoted value there. */
        VALUE,
        /** In a value without quotes there. */
        BARE_VALUE,
        /** In CDATA, a comment or a processing instruction within a card field. */
        SEALED
    }

    /** What the steps answer when they need bytes that are not there yet. */
    private static final int MORE = -1;

    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    /** How a document with CDATA of its own is put into CDATA: the end of the inner one is split over two outer ones. */
    private static final String CDATA_GOES_ON = CDATA_END + CDATA;

    private static final String INNER_CDATA_END = "]]" + CDATA_GOES_ON + ">";
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";
    private static final String INSTRUCTION_END = "?>";

    private final MarkupUnits units;
    private final CardName name = new CardName();
    private State state = State.TEXT;
    private boolean touched;

    private boolean inCdata;
    private boolean inComment;
    private boolean commentByReference;

    private @Nullable CardField field;
    private boolean textStarted;

    private boolean closingTag;
    private boolean tagByReference;
    private boolean tagOpensField;
    private boolean afterEquals;
    private boolean afterSlash;
    private int quote;
    private String seal = "";
    private boolean instructionNamed;

    CardBlanker(Charset charset) {
        this.units = new MarkupUnits(
                TextEncoding.width(charset), TextEncoding.bigEndian(charset), charset.equals(TextEncoding.WINDOWS_31J));
    }

    /** Whether anything had to be blanked so far. */
    boolean touched() {
        return touched;
    }

    /**
     * Blanks the next bytes in place.
     *
     * @param last whether nothing follows
     * @return how many bytes are done; the few behind them cannot be judged yet and have to come again, with more
     */
    int blank(byte[] bytes, int from, int to, boolean last) {
        units.over(bytes, to, last);
        int at = from;
        while (at < to) {
            if (state == State.TEXT && field == null && units.isPlain()) {
                at = PlainRun.end(bytes, at, to, last, inCdata, inComment);
            }
            int length = units.read(at);
            int done = length == 0 ? MORE : step(at, length);
            if (done == MORE) {
                break;
            }
            at += done;
        }
        return at - from;
    }

    /** Takes one unit, or a whole sequence that begins there, and says how many bytes that was. */
    private int step(int at, int length) {
        if (inCdata && state != State.SEALED && units.unit() == ']' && !units.isReference()) {
            int end = endOfCdata(at);
            if (end != 0) {
                return end;
            }
        }
        // A comment ends wherever its end stands, also where what is in it looks like a tag.
        if (inComment && state != State.SEALED && units.unit() == '-') {
            int end = endOfComment(at);
            if (end != 0) {
                return end;
            }
        }
        return switch (state) {
            case TEXT -> inText(at, length);
            case NAME -> inName(length);
            case TAG -> inTag(length);
            case VALUE -> inValue(at, length);
            case BARE_VALUE -> inBareValue(at, length);
            case SEALED -> inSealed(at, length);
        };
    }

    private int endOfCdata(int at) {
        int goesOn = units.match(at, CDATA_GOES_ON, false);
        if (goesOn != 0) {
            return goesOn;
        }
        int end = units.match(at, CDATA_END, false);
        if (end > 0) {
            leaveCdata();
        }
        return end;
    }

    private int endOfComment(int at) {
        int end = units.match(at, COMMENT_END, commentByReference);
        if (end > 0) {
            inComment = false;
            field = field != null && field.endsWithComment() ? null : field;
            state = State.TEXT;
        }
        return end;
    }

    private void leaveCdata() {
        inCdata = false;
        inComment = false;
        if (field != null && field.endsWithCdata()) {
            field = null;
        }
        state = State.TEXT;
    }

    private int inText(int at, int length) {
        boolean reference = units.isReference();
        if (units.unit() == '<' && (!reference || field == null || field.byReference())) {
            if (field != null && field.byReference() && !reference) {
                // A real tag: the text with the escaped document in it is over.
                field = null;
            }
            return inMarkup(at, length, reference);
        }
        return text(at, length, units.unit());
    }

    private int inMarkup(int at, int length, boolean reference) {
        int nextLength = units.read(at + length);
        int next = units.unit();
        if (nextLength == 0 && !units.isLast()) {
            return MORE;
        }
        if (next == '!') {
            return inDeclaration(at, length, reference);
        }
        if (next == '?' && field != null) {
            instructionNamed = false;
            return seal(INSTRUCTION_END, length + nextLength);
        }
        if (next != '/' && !isNameUnit(next)) {
            return text(at, length, '<');
        }
        name.reset();
        closingTag = next == '/';
        tagByReference = reference;
        state = State.NAME;
        return closingTag ? length + nextLength : length;
    }

    private int inDeclaration(int at, int length, boolean reference) {
        int cdata = units.match(at, CDATA, reference);
        if (cdata > 0 && field != null) {
            return seal(CDATA_END, cdata);
        }
        if (cdata != 0) {
            inCdata |= cdata > 0 && !reference;
            return cdata;
        }
        int comment = units.match(at, COMMENT, reference);
        if (comment > 0 && field != null) {
            return seal(COMMENT_END, comment);
        }
        if (comment != 0) {
            inComment |= comment > 0;
            commentByReference = reference;
            return comment;
        }
        return text(at, length, '<');
    }

    private int seal(String end, int length) {
        seal = end;
        state = State.SEALED;
        return length;
    }

    private int text(int at, int length, int unit) {
        if (field != null && (textStarted || !isSpace(unit))) {
            textStarted = true;
            star(at, length);
        }
        return length;
    }

    private int inName(int length) {
        if (isNameUnit(units.unit())) {
            name.add(units.unit());
            return length;
        }
        if (closingTag && field != null && field.closedBy(name)) {
            field = null;
        }
        tagOpensField = !closingTag && field == null && name.isCard();
        state = field != null || tagOpensField ? State.TAG : State.TEXT;
        afterEquals = false;
        afterSlash = false;
        return 0;
    }

    private int inTag(int length) {
        int unit = units.unit();
        boolean markup = !units.isReference() || tagByReference;
        if (markup && (unit == '>' || unit == '<')) {
            endTag();
            // Another tag begins where this one should have ended: it is looked at anew.
            return unit == '>' ? length : 0;
        }
        if (closingTag) {
            return length;
        }
        if (afterEquals && !isSpace(unit)) {
            boolean quoted = markup && (unit == '"' || unit == '\'');
            quote = unit;
            afterEquals = false;
            state = quoted ? State.VALUE : State.BARE_VALUE;
            return quoted ? length : 0;
        }
        afterEquals |= unit == '=';
        afterSlash = unit == '/';
        return length;
    }

    private void endTag() {
        if (!closingTag && !afterSlash) {
            if (tagOpensField) {
                field = new CardField(name.hash(), tagByReference, inCdata, inComment);
            } else if (field != null) {
                field.enter(name);
            }
        }
        state = State.TEXT;
        textStarted = false;
    }

    private int inValue(int at, int length) {
        int unit = units.unit();
        if ((unit == quote || unit == '<') && (!units.isReference() || tagByReference)) {
            state = State.TAG;
            return unit == quote ? length : 0;
        }
        return star(at, length);
    }

    private int inBareValue(int at, int length) {
        int unit = units.unit();
        if (isSpace(unit) || ((unit == '>' || unit == '<') && (!units.isReference() || tagByReference))) {
            state = State.TAG;
            return 0;
        }
        return star(at, length);
    }

    private int inSealed(int at, int length) {
        boolean byReference = field != null && field.byReference();
        int unit = units.unit();
        if (byReference && unit == '<' && !units.isReference()) {
            field = null;
            state = State.TEXT;
            return 0;
        }
        if (unit == seal.charAt(0)) {
            int end = endOfSeal(at, byReference);
            if (end != 0) {
                return end;
            }
        }
        if (seal.equals(INSTRUCTION_END) && !instructionNamed) {
            instructionNamed = isSpace(unit);
            return length;
        }
        return star(at, length);
    }

    private int endOfSeal(int at, boolean byReference) {
        boolean splitCdata = inCdata && seal.equals(CDATA_END);
        int inner = splitCdata ? units.match(at, INNER_CDATA_END, false) : 0;
        int end = inner != 0 ? inner : units.match(at, seal, byReference);
        if (end > 0) {
            state = State.TEXT;
            if (splitCdata && inner == 0) {
                leaveCdata();
            }
        }
        return end;
    }

    private int star(int at, int length) {
        units.blank(at, length);
        touched = true;
        return length;
    }

    private static boolean isSpace(int unit) {
        return unit == ' ' || unit == '\n' || unit == '\r' || unit == '\t';
    }

    private static boolean isNameUnit(int unit) {
        return (unit >= 'a' && unit <= 'z')
                || (unit >= 'A' && unit <= 'Z')
                || (unit >= '0' && unit <= ':')
                || unit == '_'
                || unit == '-'
                || unit == '.'
                || unit == MarkupUnits.OTHER;
    }
}
