package io.toritsugi.telegram.model;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Turns a telegram into its model. Thread-safe; unmarshallers are reused, one for each thread that is at work.
 *
 * <p>Order of the elements, namespaces and attributes do not matter. What the model does not know is skipped; an element
 * name never met before is logged once as a warning (domain notes §4.4). How safe the reading is, is the reader's affair.
 */
@Component
public final class TelegramUnmarshaller {

    private static final Logger log = LoggerFactory.getLogger(TelegramUnmarshaller.class);
    private static final String ROOT = "AllotmentBookingReport";

    private final JAXBContext context;
    private final KnownElements elements;
    private final Queue<Unmarshaller> idle = new ConcurrentLinkedQueue<>();

    public TelegramUnmarshaller() {
        this(name -> log.warn("A telegram has the element {}, which the model does not know; it is ignored", name));
    }

    TelegramUnmarshaller(Consumer<String> unknownElement) {
        try {
            this.context = JAXBContext.newInstance(AllotmentBookingReport.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("The model of the telegram is no sound JAXB model", e);
        }
        this.elements = new KnownElements(AllotmentBookingReport.class, unknownElement);
    }

    /**
     * Reads one telegram to its end tag.
     *
     * @param reader stands at the start of the document or on its root element; stays open
     * @throws XMLStreamException as the reader threw it: not well-formed, a limit passed, cut off
     * @throws TelegramFailedException {@link FailureCode#PARSE_WRONG_ROOT} when the document is no telegram
     */
    public AllotmentBookingReport unmarshal(XMLStreamReader reader) throws XMLStreamException {
        moveToRoot(reader);
        var unmarshaller = idle.poll();
        if (unmarshaller == null) {
            unmarshaller = newUnmarshaller();
        }
        try {
            var report = unmarshaller
                    .unmarshal(new PlainElements(reader, elements), AllotmentBookingReport.class)
                    .getValue();
            // Only after success: one that failed in the middle may keep what it had half built.
            idle.add(unmarshaller);
            return report;
        } catch (JAXBException e) {
            if (e.getLinkedException() instanceof XMLStreamException broken) {
                throw broken;
            }
            throw new XMLStreamException(e);
        }
    }

    private static void moveToRoot(XMLStreamReader reader) throws XMLStreamException {
        while (!reader.isStartElement()) {
            reader.next();
        }
        if (!ROOT.equals(reader.getLocalName())) {
            throw new TelegramFailedException(
                    FailureCode.PARSE_WRONG_ROOT,
                    "unmarshal",
                    Map.of("expected", ROOT, "found", reader.getLocalName()));
        }
    }

    private Unmarshaller newUnmarshaller() {
        try {
            return context.createUnmarshaller();
        } catch (JAXBException e) {
            throw new IllegalStateException("JAXB makes no unmarshaller", e);
        }
    }
}
