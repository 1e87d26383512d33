package io.toritsugi.telegram;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Refuses names that nobody means. The parser remembers names from one document to the next to be fast; without this a
 * sender could make it remember megabytes. For the same reason a reader is closed, which is when it hands its names on,
 * only where all of them have passed here.
 */
final class NameLengths {

    private NameLengths() {}

    /** Looks at the element that the reader stands on. */
    static void check(XMLStreamReader reader, ReadingLimits limits, String stage) {
        check(reader.getLocalName(), limits, stage);
        check(reader.getPrefix(), limits, stage);
        for (int i = reader.getAttributeCount() - 1; i >= 0; i--) {
            check(reader.getAttributeLocalName(i), limits, stage);
            check(reader.getAttributePrefix(i), limits, stage);
        }
        for (int i = reader.getNamespaceCount() - 1; i >= 0; i--) {
            check(reader.getNamespacePrefix(i), limits, stage);
        }
    }

    static void check(@Nullable String name, ReadingLimits limits, String stage) {
        if (name != null && name.length() > limits.nameLength()) {
            throw ParseFailures.limit("name", limits.nameLength(), stage);
        }
    }
}
