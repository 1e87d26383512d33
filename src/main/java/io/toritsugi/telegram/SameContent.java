package io.toritsugi.telegram;

import io.toritsugi.failure.TelegramFailedException;
import java.util.Arrays;
import javax.xml.stream.XMLStreamReader;
import org.springframework.stereotype.Component;

/**
 * Whether two telegrams say the same (domain notes §8.1): compared after decoding, without declaration, byte order mark,
 * comments and white space around elements; text that is escaped equals the same text in CDATA. Characters that Shift_JIS
 * and Unicode map onto each other in two ways (the wave dash and its kin) are equal, as are blanked card fields of any
 * length. Thread-safe.
 */
@Component
public final class SameContent {

    private final SafeXml xml;

    public SameContent(SafeXml xml) {
        this.xml = xml;
    }

    /**
     * Whether the two say the same. What cannot be read says the same only if it is the same bytes in the same encoding.
     *
     * @param encodingA how {@code a} spells its characters ({@link ReadTelegram#encoding})
     * @param encodingB the same for {@code b}
     */
    public boolean same(byte[] a, String encodingA, byte[] b, String encodingB) {
        if (encodingA.equalsIgnoreCase(encodingB) && Arrays.equals(a, b)) {
            return true;
        }
        try {
            var first = new ContentCursor(xml.openGuarded(a, encodingA));
            var second = new ContentCursor(xml.openGuarded(b, encodingB));
            boolean same = sameHere(first, second);
            while (same && !first.ended()) {
                first.advance();
                second.advance();
                same = sameHere(first, second);
            }
            return same;
        } catch (TelegramFailedException e) {
            // Unreadable: the bytes were compared above, and there is nothing else to compare.
            return false;
        }
    }

    private static boolean sameHere(ContentCursor first, ContentCursor second) {
        return first.event() == second.event()
                && (first.event() != XMLStreamReader.START_ELEMENT || first.sameTag(second))
                && first.text().equals(second.text());
    }
}
