package io.toritsugi.telegram;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** One pass over one telegram, from its root to where the last key is known. */
final class KeyCollector {

    private final XMLStreamReader2 reader;
    private final ReadingLimits limits;
    private final Map<Key, String> values = new EnumMap<>(Key.class);
    private final Set<Key> open = EnumSet.allOf(Key.class);

    KeyCollector(XMLStreamReader2 reader, ReadingLimits limits) {
        this.reader = reader;
        this.limits = limits;
    }

    /** The reader stands on the root. */
    TelegramKeys collect() throws XMLStreamException {
        String section = "";
        for (int depth = 1; depth > 0 && !open.isEmpty(); ) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                NameLengths.check(reader, limits, TelegramSkim.STAGE);
                depth++;
                if (depth == 2) {
                    section = reader.getLocalName();
                } else if (depth == 3 && read(section)) {
                    depth--;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (depth == 1) {
                    // What a section has not said by its end, it does not say.
                    settle(reader.getLocalName());
                }
            } else if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                NameLengths.check(reader.getPITarget(), limits, TelegramSkim.STAGE);
            }
        }
        return keys();
    }

    private void settle(String section) {
        open.removeIf(key -> key.section.equals(section));
    }

    /** Whether the element was a key: it has been read to its end then. */
    private boolean read(String section) throws XMLStreamException {
        for (var key : Key.ALL_KEYS) {
            if (key.element.equals(reader.getLocalName()) && key.section.equals(section)) {
                var text = text(key);
                if (open.remove(key) && text != null) {
                    values.put(key, text);
                }
                return true;
            }
        }
        return false;
    }

    private @Nullable String text(Key key) throws XMLStreamException {
        String text = "";
        for (int inner = 0; inner >= 0; ) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                NameLengths.check(reader, limits, TelegramSkim.STAGE);
                inner++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inner--;
            } else if (inner == 0 && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                text = text.isEmpty() ? reader.getText() : text + reader.getText();
                if (text.length() > limits.keyLength()) {
                    throw ParseFailures.limit(key.element, limits.keyLength(), TelegramSkim.STAGE);
                }
            }
        }
        var stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    private TelegramKeys keys() {
        return new TelegramKeys(
                value(Key.DATA_ID),
                value(Key.CLASSIFICATION),
                value(Key.COMPANY),
                value(Key.OFFICE_CODE),
                value(Key.BOOKING_NUMBER),
                SentAt.of(value(Key.DATE), value(Key.TIME)));
    }

    private @Nullable String value(Key key) {
        return values.get(key);
    }

    private enum Key {
        CLASSIFICATION("TransactionType", "DataClassification"),
        DATA_ID("TransactionType", "DataID"),
        DATE("TransactionType", "SystemDate"),
        TIME("TransactionType", "SystemTime"),
        COMPANY("SalesOfficeInformation", "SalesOfficeCompanyName"),
        OFFICE_CODE("SalesOfficeInformation", "SalesOfficeCode"),
        BOOKING_NUMBER("BasicInformation", "TravelAgencyBookingNumber");

        private static final Key[] ALL_KEYS = values();

        private final String section;
        private final String element;

        Key(String section, String element) {
            this.section = section;
            this.element = element;
        }
    }
}
