package io.toritsugi.telegram;

import com.ctc.wstx.exc.WstxLazyException;
import io.toritsugi.failure.TelegramFailedException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.springframework.stereotype.Component;

/**
 * Reads the keys of a telegram and stops as soon as it has them; what stands behind them is not looked at. Reads safely
 * (domain notes §10), by the elements' local names, in whatever order the sections come. Of an element that is there
 * twice, the first counts. Thread-safe.
 */
@Component
public final class TelegramSkim {

    static final String STAGE = "skim";

    private final SafeXml xml;

    public TelegramSkim(SafeXml xml) {
        this.xml = xml;
    }

    /**
     * The keys of a telegram. A key that is missing is null in them and no failure here.
     *
     * @param bytes the telegram as stored
     * @param encoding how the bytes spell their characters ({@link ReadTelegram#encoding})
     * @throws TelegramFailedException with a {@code PARSE} code, stage {@code skim}, for what is wrong in the part that had
     *     to be read
     */
    public TelegramKeys skim(byte[] bytes, String encoding) {
        var reader = xml.stream(bytes, encoding, STAGE);
        try {
            var keys = new KeyCollector(reader, xml.limits());
            enterRoot(reader);
            var found = keys.collect();
            reader.close();
            return found;
        } catch (XMLStreamException | WstxLazyException e) {
            throw ParseFailures.of(e, STAGE);
        }
    }

    private void enterRoot(XMLStreamReader2 reader) throws XMLStreamException {
        int event = reader.next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.DTD) {
                throw ParseFailures.doctype(STAGE);
            }
            if (event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                NameLengths.check(reader.getPITarget(), xml.limits(), STAGE);
            }
            event = reader.next();
        }
        NameLengths.check(reader, xml.limits(), STAGE);
        if (!reader.getLocalName().equals(ParseFailures.TELEGRAM_ROOT)) {
            throw ParseFailures.wrongRoot(reader.getLocalName(), STAGE);
        }
    }
}
