package io.toritsugi.link;

import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a room master that is judged a success. How the element around a row is called differs between interface
 * versions (domain notes §2), so a row is whatever stands directly in {@code return} and names an agent and its code. Of a
 * code that stands twice the first row counts.
 */
final class RoomMasterReading {

    private static final int LONGEST_TEXT = 200;
    private static final int DEPTH_OF_ROW = 5;
    private static final Set<String> YES = Set.of("1", "true");

    private final Map<Key, RoomMasterRow> rows = new LinkedHashMap<>();
    private final Map<String, String> row = new HashMap<>();
    private final int mostRows;

    private RoomMasterReading(int mostRows) {
        this.mostRows = mostRows;
    }

    /**
     * The rows in their order.
     *
     * @param charset as the transport says it; null when it does not
     * @throws XMLStreamException when it cannot be read to its end
     * @throws TooManyRowsException when there are more rows than that
     */
    static List<RoomMasterRow> read(InputStream bytes, @Nullable String charset, int mostRows)
            throws XMLStreamException {
        var reading = new RoomMasterReading(mostRows);
        var xml = charset == null
                ? AnswerHead.FACTORY.createXMLStreamReader(bytes)
                : AnswerHead.FACTORY.createXMLStreamReader(bytes, charset);
        reading.read(xml);
        return List.copyOf(reading.rows.values());
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml, text);
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == DEPTH_OF_ROW) {
                        end();
                    } else if (depth == DEPTH_OF_ROW + 1) {
                        row.putIfAbsent(xml.getLocalName(), text.toString().strip());
                    }
                    depth--;
                }
                default -> {
                    // Comments and processing instructions mean nothing here; a DTD was refused before.
                }
            }
        }
    }

    private void end() {
        var agent = value("agtCode");
        var code = value("netAgtRmTypeCode");
        if (agent != null && code != null) {
            rows.putIfAbsent(
                    new Key(agent, code),
                    new RoomMasterRow(
                            agent,
                            code,
                            value("netAgtRmTypeName"),
                            value("netRmTypeGroupCode"),
                            value("netRmTypeGroupName"),
                            value("rmTypeCode"),
                            value("rmTypeName"),
                            yes("isStockAdjustable"),
                            yes("lincolnUseFlag")));
            if (rows.size() > mostRows) {
                throw new TooManyRowsException();
            }
        }
        row.clear();
    }

    private @Nullable String value(String name) {
        var text = row.getOrDefault(name, "");
        return text.isEmpty() ? null : text;
    }

    private boolean yes(String name) {
        return YES.contains(row.getOrDefault(name, ""));
    }

    private static void append(XMLStreamReader xml, StringBuilder text) {
        int length = Math.min(xml.getTextLength(), LONGEST_TEXT - text.length());
        text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }

    private record Key(String agent, String code) {}

    /** No hotel has so many. */
    static final class TooManyRowsException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
