package io.toritsugi.telegram;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Walks from tag to tag; the text before a tag is at hand in its comparable form. */
final class ContentCursor {

    private final GuardedReader reader;
    private final StringBuilder run = new StringBuilder();
    private int event = XMLStreamReader.START_ELEMENT;
    private int cardDepth;
    private String text = "";

    /** The reader stands on the root. */
    ContentCursor(GuardedReader reader) {
        this.reader = reader;
        count();
    }

    int event() {
        return event;
    }

    boolean ended() {
        return event == XMLStreamReader.END_DOCUMENT;
    }

    String text() {
        return text;
    }

    void advance() {
        run.setLength(0);
        event = reader.next();
        while (!isTag() && !ended()) {
            if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                append(reader.getText());
            }
            event = reader.next();
        }
        // What was blanked has lost its length in characters: a kana is two stars or three, by its encoding.
        text = cardDepth > 0 ? "" : run.toString().strip();
        count();
    }

    boolean sameTag(ContentCursor other) {
        return reader.getLocalName().equals(other.reader.getLocalName())
                && (cardDepth > 0 || attributes().equals(other.attributes()));
    }

    private boolean isTag() {
        return event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT;
    }

    private void count() {
        if (event == XMLStreamReader.START_ELEMENT && (cardDepth > 0 || CardFields.isCard(reader.getLocalName()))) {
            cardDepth++;
        } else if (event == XMLStreamReader.END_ELEMENT && cardDepth > 0) {
            cardDepth--;
        }
    }

    private Map<String, String> attributes() {
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), fold(reader.getAttributeValue(i)));
        }
        return attributes;
    }

    private void append(String part) {
        run.append(fold(part));
    }

    private static String fold(String text) {
        var folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    /** The seven characters that JIS X 0208 has once and that converters turn into two different ones. */
    private static char fold(char character) {
        return switch (character) {
            case '\uFF5E' -> '\u301C';
            case '\u2225' -> '\u2016';
            case '\uFF0D' -> '\u2212';
            case '\u2015' -> '\u2014';
            case '\uFFE0' -> '\u00A2';
            case '\uFFE1' -> '\u00A3';
            case '\uFFE2' -> '\u00AC';
            default -> character;
        };
    }
}
