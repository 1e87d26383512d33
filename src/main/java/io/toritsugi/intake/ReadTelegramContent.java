package io.toritsugi.intake;

import io.toritsugi.booking.BookingTranslator;
import io.toritsugi.failure.TelegramFailedException;
import io.toritsugi.reservation.Reading;
import io.toritsugi.telegram.SafeXml;
import org.springframework.stereotype.Component;

/** Reads a stored telegram again, by the same steps as the import route. */
@Component
class ReadTelegramContent {

    private final SafeXml xml;
    private final TelegramFormat format;
    private final BookingTranslator translator;

    ReadTelegramContent(SafeXml xml, TelegramFormat format, BookingTranslator translator) {
        this.xml = xml;
        this.format = format;
        this.translator = translator;
    }

    Reading read(RawTelegram telegram) {
        try {
            var report = format.read(xml.open(telegram.bytes(), telegram.encoding()));
            var edit = telegram.override().edit();
            var booking = edit == null ? translator.translate(report) : translator.translate(report, edit);
            return telegram.override().understood(booking);
        } catch (TelegramFailedException refused) {
            return new Reading.Refused(refused.failure());
        }
    }
}
