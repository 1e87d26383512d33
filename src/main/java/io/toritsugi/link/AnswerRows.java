package io.toritsugi.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the rows of an answer that is judged already: elements of one name with plain texts in them, once or many times. */
final class AnswerRows {

    /** Far beyond what a hotel has of groups and nights in one answer. */
    private static final int MOST_ROWS = 100_000;

    private static final int LONGEST_TEXT = 200;

    private AnswerRows() {}

    /**
     * The rows in their order, each by the local names of its elements; of one that stands twice the first counts.
     *
     * @throws XMLStreamException when the answer cannot be read to its end, or has no end
     */
    static List<Map<String, String>> read(LincolnAnswer answer, String name) throws XMLStreamException {
        try (var bytes = answer.open()) {
            var charset = answer.charset();
            var xml = charset == null
                    ? AnswerHead.FACTORY.createXMLStreamReader(bytes)
                    : AnswerHead.FACTORY.createXMLStreamReader(bytes, charset);
            var rows = new ArrayList<Map<String, String>>();
            while (xml.hasNext()) {
                if (rows.size() > MOST_ROWS) {
                    throw new XMLStreamException("more than " + MOST_ROWS + " rows");
                }
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(name)) {
                    rows.add(row(xml));
                }
            }
            return rows;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The answer's temporary file cannot be read", unreadable);
        }
    }

    private static Map<String, String> row(XMLStreamReader xml) throws XMLStreamException {
        var row = new HashMap<String, String>();
        var text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml, text);
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    row.putIfAbsent(xml.getLocalName(), text.toString().strip());
                    text.setLength(0);
                }
                default -> {
                    // Comments and processing instructions mean nothing here.
                }
            }
        }
        return row;
    }

    private static void append(XMLStreamReader xml, StringBuilder text) {
        int length = Math.min(xml.getTextLength(), LONGEST_TEXT - text.length());
        text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }
}
