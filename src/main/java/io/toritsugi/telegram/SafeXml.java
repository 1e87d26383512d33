package io.toritsugi.telegram;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import io.toritsugi.failure.TelegramFailedException;
import java.io.Reader;
import java.util.function.LongSupplier;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Opens telegrams for reading in full, under the rules of domain notes §10: a DOCTYPE is refused before anything in it is
 * read, nothing is ever resolved, and depth, attributes, names, text and time have limits ({@link ReadingLimits}).
 *
 * <p>Thread-safe; the readers it gives out are for one thread each.
 */
@Component
public final class SafeXml {

    static final String STAGE = "unmarshal";

    private final XMLInputFactory2 factory;
    private final ReadingLimits limits;
    private final LongSupplier nanoClock;

    @Autowired
    public SafeXml(ReadingLimits limits) {
        this(limits, System::nanoTime);
    }

    SafeXml(ReadingLimits limits, LongSupplier nanoClock) {
        this.limits = limits;
        this.nanoClock = nanoClock;
        this.factory = hardened(limits);
    }

    /**
     * A reader that stands on the telegram's root element. Elements and attributes appear without their namespace, because
     * senders differ in it (domain notes §2). Once the root has ended, its {@code next()} reads on to the end of the
     * document, so that what follows the root is checked too.
     *
     * @param bytes a telegram as stored
     * @param encoding how the bytes spell their characters ({@link ReadTelegram#encoding}); what the document declares is
     *     not asked
     * @throws TelegramFailedException with a {@code PARSE} code, stage {@code unmarshal}, here and from every method of the
     *     reader, when the document is not well-formed, not a telegram, wrongly encoded or beyond a limit
     */
    public XMLStreamReader open(byte[] bytes, String encoding) {
        return openGuarded(bytes, encoding);
    }

    GuardedReader openGuarded(byte[] bytes, String encoding) {
        var reader = new GuardedReader(stream(bytes, encoding, STAGE), limits, STAGE);
        reader.enterRoot();
        return reader;
    }

    /** The parser itself over bytes in memory; its exceptions are the parser's own. */
    XMLStreamReader2 stream(byte[] bytes, String encoding, String stage) {
        var charset = TextEncoding.named(encoding);
        if (charset == null) {
            throw ParseFailures.unknownEncoding(encoding, stage);
        }
        int start = TextEncoding.start(bytes, bytes.length, charset);
        if (start == bytes.length) {
            throw ParseFailures.empty(stage);
        }
        try {
            return stream(new StrictReader(bytes, start, charset, deadline()));
        } catch (XMLStreamException e) {
            throw ParseFailures.of(e, stage);
        }
    }

    XMLStreamReader2 stream(Reader characters) throws XMLStreamException {
        return (XMLStreamReader2) factory.createXMLStreamReader(characters);
    }

    Deadline deadline() {
        return new Deadline(nanoClock, limits.time());
    }

    ReadingLimits limits() {
        return limits;
    }

    private static XMLInputFactory2 hardened(ReadingLimits limits) {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Long texts come in pieces of this many characters at least; the parser's own default makes more events of
        // them.
        factory.setProperty(WstxInputProperties.P_MIN_TEXT_SEGMENT, 1024);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("Nothing outside the document is ever read");
        });
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, limits.depth());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, limits.attributes());
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, (int)
                limits.attributeSize().toBytes());
        return factory;
    }
}
