package io.toritsugi.intake;

import io.toritsugi.booking.BookingTranslator;
import io.toritsugi.failure.TelegramFailedException;
import io.toritsugi.reservation.Reading;
import io.toritsugi.telegram.SafeXml;
import io.toritsugi.telegram.model.TelegramUnmarshaller;
import org.springframework.stereotype.Component;

/** Reads a stored telegram again, by the same steps as the import route. */
@Component
class ReadTelegramContent {

    private final SafeXml xml;
    private final TelegramUnmarshaller unmarshaller;
    private final BookingTranslator translator;

    ReadTelegramContent(SafeXml xml, TelegramUnmarshaller unmarshaller, BookingTranslator translator) {
        this.xml = xml;
        this.unmarshaller = unmarshaller;
        this.translator = translator;
    }

    Reading read(RawTelegram telegram) {
        try {
            var report = unmarshaller.unmarshal(xml.open(telegram.bytes(), telegram.encoding()));
            return new Reading.Understood(translator.translate(report));
        } catch (TelegramFailedException refused) {
            return new Reading.Refused(refused.failure());
        }
    }
}
