package io.toritsugi.telegram;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/** A stretch of an answer that one parser reads: from the beginning, or from behind a telegram that another gave up on. */
final class AnswerSection implements Closeable {

    static final String TELEGRAM = "infoTravelXML";

    private static final int LONGEST_FACT = 256;

    private final Spool answer;
    private final long start;
    private final String openTagsBefore;
    private final Charset charset;
    private final SafeXml xml;
    private final StrictReader characters;

    /** The elements that are open: their names as written, and without prefix. */
    private final List<String> names = new ArrayList<>();

    private final List<String> localNames = new ArrayList<>();
    private boolean begun;
    private boolean inTelegram;
    private boolean nested;
    private long telegramTag;
    private long telegramText;
    private long lastEnd;

    AnswerSection(Spool answer, long start, String openTags, Charset charset, SafeXml xml) {
        this.answer = answer;
        this.start = start;
        this.openTagsBefore = openTags;
        this.charset = charset;
        this.xml = xml;
        this.characters = new StrictReader(
                answer.open(start, answer.size()),
                charset,
                xml.deadline(),
                xml.limits().telegramBytes());
    }

    /** Reads to the end, to where the listener is satisfied, or to a telegram made of elements ({@link #nested}). */
    void read(AnswerFacts facts, AnswerListener listener) throws XMLStreamException, IOException {
        var reader = xml.stream(new ResumingReader(openTagsBefore, characters));
        var fact = new StringBuilder();
        while (reader.hasNext() && !listener.satisfied()) {
            switch (next(reader)) {
                case XMLStreamConstants.DTD -> throw ParseFailures.doctype(TelegramSkim.STAGE);
                case XMLStreamConstants.START_ELEMENT -> {
                    fact.setLength(0);
                    open(reader, facts);
                    if (isTelegram()) {
                        readTelegram(reader, listener);
                        if (nested) {
                            return;
                        }
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(reader, fact);
                case XMLStreamConstants.END_ELEMENT -> {
                    tell(facts, fact.toString());
                    close(localNames.size() - 1);
                }
                default -> {
                    // Comments and processing instructions mean nothing here.
                }
            }
        }
    }

    /** Whether it stopped inside a telegram. */
    boolean inTelegram() {
        return inTelegram;
    }

    /** Whether it stopped because the telegram is made of elements instead of text. */
    boolean nested() {
        return nested;
    }

    /** Whether any telegram had begun. */
    boolean begun() {
        return begun;
    }

    /** The offset in the answer at which the content of the telegram begins in which it stopped. */
    long telegramByte() throws IOException {
        return byteOffset(telegramText);
    }

    /** The offset from which on nothing belongs to a telegram that is complete. */
    long lastGoodByte() throws IOException {
        return byteOffset(inTelegram ? telegramTag : lastEnd);
    }

    /** The tags that are open around the telegram, for the parser that goes on behind it. */
    String openTags() {
        var prefixes = new HashSet<String>();
        var tags = new StringBuilder();
        for (var name : names.subList(0, names.size() - 1)) {
            tags.append('<').append(name);
            int colon = name.indexOf(':');
            if (colon > 0 && prefixes.add(name.substring(0, colon))) {
                tags.append(" xmlns:").append(name, 0, colon).append("=\"resumed\"");
            }
            tags.append('>');
        }
        return tags.toString();
    }

    @Override
    public void close() throws IOException {
        characters.close();
    }

    private int next(XMLStreamReader2 reader) throws XMLStreamException {
        characters.rearm();
        return reader.next();
    }

    private void open(XMLStreamReader2 reader, AnswerFacts facts) {
        NameLengths.check(reader, xml.limits(), TelegramSkim.STAGE);
        var prefix = reader.getPrefix();
        names.add(prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName());
        localNames.add(reader.getLocalName());
        if (localNames.size() == 3 && localNames.get(1).equals("Body")) {
            var namespace = reader.getNamespaceURI();
            facts.service(reader.getLocalName(), namespace == null ? "" : namespace);
        }
    }

    private void close(int depth) {
        names.remove(depth);
        localNames.remove(depth);
    }

    private boolean isTelegram() {
        return isIn("bookingInfoList", TELEGRAM);
    }

    private boolean isIn(String parent, String name) {
        int depth = localNames.size();
        return depth > 1
                && localNames.get(depth - 1).equals(name)
                && localNames.get(depth - 2).equals(parent);
    }

    private void readTelegram(XMLStreamReader2 reader, AnswerListener listener) throws XMLStreamException, IOException {
        begun = true;
        inTelegram = true;
        telegramTag = reader.getLocationInfo().getStartingCharOffset();
        telegramText = reader.getLocationInfo().getEndingCharOffset();
        var text = listener.begin();
        for (int event = next(reader); event != XMLStreamConstants.END_ELEMENT; event = next(reader)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                nested = true;
                return;
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                // Asked for even if nobody wants it: else the parser would run through all of it in one step.
                int length = reader.getTextLength();
                if (text != null) {
                    text.append(reader.getTextCharacters(), reader.getTextStart(), length);
                }
            }
        }
        lastEnd = reader.getLocationInfo().getEndingCharOffset();
        inTelegram = false;
        close(localNames.size() - 1);
        listener.telegram();
    }

    private static void append(XMLStreamReader2 reader, StringBuilder fact) {
        int length = Math.min(reader.getTextLength(), LONGEST_FACT - fact.length());
        fact.append(reader.getTextCharacters(), reader.getTextStart(), length);
    }

    private void tell(AnswerFacts facts, String text) {
        if (isIn("commonResponse", "isSuccess")) {
            facts.success(text);
        } else if (isIn("commonResponse", "failureReason") || isIn("Fault", "faultcode") || isIn("Code", "Value")) {
            facts.reason(text);
        } else if (isIn("configurationSettings", "outputId")) {
            facts.outputId(text);
        }
    }

    private long byteOffset(long characterOffset) throws IOException {
        long ofOurs = characterOffset - openTagsBefore.length();
        if (ofOurs <= 0) {
            return start;
        }
        try (var text = answer.open(start, answer.size())) {
            return start + CharacterOffset.inBytes(text, charset, ofOurs);
        }
    }
}
