package io.toritsugi.link;

import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says about itself, read from its beginning until that is known; the bookings in it are not read here. Elements
 * are matched by their local names, in any order (domain notes §2). Of what is said twice, the first counts.
 */
final class AnswerHead {

    private static final int LONGEST_TEXT = 500;
    private static final int SNIFFED = 1024;
    private static final Pattern HTML =
            Pattern.compile("\\s*(<!--.*?-->\\s*)*<(!doctype\\s+html|html)[\\s>].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("pmsfc(\\d{4})\\.");
    /** Reads answers: no DTD, no entity from outside. */
    static final XMLInputFactory FACTORY = hardened();

    private final List<String> open = new ArrayList<>();
    private boolean html;
    private @Nullable String root;
    private @Nullable String content;
    private @Nullable String service;
    private @Nullable String success;
    private @Nullable String reason;
    private @Nullable String description;
    private @Nullable String outputId;
    private boolean bookings;

    private AnswerHead() {}

    /** Reads as far as needed; what cannot be read says nothing, and that is no error here. */
    static AnswerHead read(ReceivedAnswer answer, @Nullable String charset) throws IOException {
        var head = new AnswerHead();
        try (var sniffed = answer.open()) {
            head.html = isHtml(sniffed.readNBytes(SNIFFED));
        }
        if (head.html) {
            return head;
        }
        try (var bytes = answer.open()) {
            head.read(bytes, charset);
        } catch (XMLStreamException notWellFormed) {
            return head; // what was found before stands
        }
        return head;
    }

    boolean isHtml() {
        return html;
    }

    boolean isFault() {
        return "Envelope".equals(root) && "Fault".equals(content);
    }

    /** Whether it is an answer of that service, or of one that does not say. */
    boolean isAnswerOf(RemoteService asked) {
        return "Envelope".equals(root)
                && "executeResponse".equals(content)
                && (service == null || asked.answersAs(service));
    }

    /** Whether the answer came far enough to show an envelope. */
    boolean isEnvelope() {
        return "Envelope".equals(root);
    }

    /** What stands in {@code isSuccess}; null when it is missing. */
    @Nullable
    String success() {
        return success;
    }

    /** The failure code; empty when there is none. */
    String reason() {
        return reason == null ? "" : reason;
    }

    /** The text beside it; empty when there is none. */
    String description() {
        return description == null ? "" : description;
    }

    /** The output to confirm, as far as it was named before the first booking; null when it was not. */
    @Nullable
    String outputId() {
        return outputId == null || outputId.isEmpty() ? null : outputId;
    }

    /** Whether there is any booking in it. */
    boolean hasBookings() {
        return bookings;
    }

    private void read(InputStream bytes, @Nullable String charset) throws XMLStreamException {
        var xml =
                charset == null ? FACTORY.createXMLStreamReader(bytes) : FACTORY.createXMLStreamReader(bytes, charset);
        var text = new StringBuilder();
        while (xml.hasNext() && !(bookings && success != null)) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> {
                    return; // no answer of TL-Lincoln has one
                }
                case XMLStreamConstants.START_ELEMENT -> {
                    text.setLength(0);
                    begin(xml);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml, text);
                case XMLStreamConstants.END_ELEMENT -> end(text.toString().strip());
                default -> {
                    // Comments and processing instructions mean nothing here.
                }
            }
        }
    }

    private void begin(XMLStreamReader xml) {
        open.add(xml.getLocalName());
        if (open.size() == 1) {
            root = xml.getLocalName();
        } else if (open.size() == 3 && open.get(1).equals("Body") && content == null) {
            content = xml.getLocalName();
            var namespace = xml.getNamespaceURI();
            var number = NUMBER.matcher(namespace == null ? "" : namespace);
            service = number.find() ? number.group(1) : null;
        }
        bookings |= is("return", "bookingInfoList");
    }

    private void end(String text) {
        if (is("commonResponse", "isSuccess")) {
            success = success == null ? text : success;
        } else if (is("commonResponse", "failureReason") || is("Fault", "faultcode")) {
            reason = reason == null ? text : reason;
        } else if (is("commonResponse", "errorDescription")) {
            description = description == null ? text : description;
        } else if (is("configurationSettings", "outputId")) {
            outputId = outputId == null ? text : outputId;
        }
        open.remove(open.size() - 1);
    }

    private boolean is(String parent, String name) {
        int depth = open.size();
        return depth > 1
                && open.get(depth - 1).equals(name)
                && open.get(depth - 2).equals(parent);
    }

    private static void append(XMLStreamReader xml, StringBuilder text) {
        int length = Math.min(xml.getTextLength(), LONGEST_TEXT - text.length());
        text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }

    private static boolean isHtml(byte[] beginning) {
        return HTML.matcher(new String(beginning, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
                .matches();
    }

    private static XMLInputFactory hardened() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
