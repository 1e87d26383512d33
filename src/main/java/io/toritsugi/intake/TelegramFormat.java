package io.toritsugi.intake;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.TelegramUnmarshaller;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.camel.Exchange;
import org.apache.camel.converter.jaxb.JaxbDataFormat;
import org.springframework.stereotype.Component;

/**
 * camel-jaxb's format for telegrams: unmarshallers are reused, which doubles the speed, and the document is read to its very
 * end, so that damage behind the root does not go unnoticed.
 */
@Component("telegramFormat")
class TelegramFormat extends JaxbDataFormat {

    private final TelegramUnmarshaller unmarshaller;

    TelegramFormat(TelegramUnmarshaller unmarshaller) {
        super(AllotmentBookingReport.class.getName());
        setContextPathIsClassName(true);
        this.unmarshaller = unmarshaller;
    }

    @Override
    public Object unmarshal(Exchange exchange, Object body) {
        return read((XMLStreamReader) body);
    }

    /**
     * Reads a telegram to the end of its document.
     *
     * @throws TelegramFailedException with a {@code PARSE} code
     */
    AllotmentBookingReport read(XMLStreamReader reader) {
        try {
            var report = unmarshaller.unmarshal(reader);
            while (reader.hasNext()) {
                reader.next();
            }
            return report;
        } catch (XMLStreamException broken) {
            throw new TelegramFailedException(
                    FailureCode.PARSE_NOT_XML,
                    "unmarshal",
                    Map.of("reason", broken.getClass().getSimpleName()));
        }
    }
}
