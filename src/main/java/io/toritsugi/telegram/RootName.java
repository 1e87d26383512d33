package io.toritsugi.telegram;

import io.toritsugi.failure.TelegramFailedException;
import java.nio.charset.Charset;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The name of a document's root, by a look at its beginning. */
final class RootName {

    /** The root of every SOAP answer, whatever its version. */
    static final String ENVELOPE = "Envelope";

    private RootName() {}

    /** Its local name; null when there is none to be found in these bytes. */
    static @Nullable String of(byte[] beginning, Charset charset, SafeXml xml) {
        try {
            var reader = xml.stream(beginning, charset.name(), TelegramSkim.STAGE);
            int event = reader.getEventType();
            while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.DTD) {
                event = reader.next();
            }
            return event == XMLStreamConstants.DTD ? null : reader.getLocalName();
        } catch (XMLStreamException | TelegramFailedException e) {
            // Not to be read from here: then it is no answer, which is all that is asked.
            return null;
        }
    }
}
