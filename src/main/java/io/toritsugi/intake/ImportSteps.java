package io.toritsugi.intake;

import io.toritsugi.booking.Booking;
import io.toritsugi.booking.BookingTranslator;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import io.toritsugi.reservation.Lanes;
import io.toritsugi.reservation.PreparedTelegram;
import io.toritsugi.reservation.Reading;
import io.toritsugi.telegram.SafeXml;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The steps of the import route around camel-jaxb, each a method that the route names. */
@Component("importSteps")
class ImportSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSteps.class);

    private final SafeXml xml;
    private final BookingTranslator translator;
    private final Lanes lanes;

    ImportSteps(SafeXml xml, BookingTranslator translator, Lanes lanes) {
        this.xml = xml;
        this.translator = translator;
        this.lanes = lanes;
    }

    /** Opens the stored bytes with the hardened reader; camel-jaxb reads from it. */
    public XMLStreamReader open(@Body ImportTask task) {
        return xml.open(task.bytes(), task.encoding());
    }

    /** Validates and translates the document into the PMS's form, with what people corrected in it. */
    public Booking translate(@Body AllotmentBookingReport report, @ExchangeProperty("task") ImportTask task) {
        var edit = task.override().edit();
        return edit == null ? translator.translate(report) : translator.translate(report, edit);
    }

    /** Brings a booking to the door of its lane. */
    public PreparedTelegram prepare(@Body Booking booking, @ExchangeProperty("task") ImportTask task) {
        return prepared(task, task.override().understood(booking));
    }

    /** Brings a refused telegram to the door of its lane, with what refused it. */
    public PreparedTelegram refuse(
            @ExchangeProperty("task") ImportTask task, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
        return prepared(task, new Reading.Refused(failure(task, cause)));
    }

    /** The number of the lane that owns the telegram's hotel. */
    public int lane(@Body PreparedTelegram telegram) {
        return lanes.of(telegram.head().hotelId());
    }

    private Failure failure(ImportTask task, Exception cause) {
        for (Throwable link = cause; link != null; link = link.getCause()) {
            if (link instanceof TelegramFailedException refused) {
                return refused.failure();
            }
        }
        LOG.error(
                "Telegram {} of hotel {} (booking {}) could not be read",
                task.head().id(),
                task.head().hotelId(),
                task.head().bookingNumber(),
                cause);
        return new Failure(
                FailureCode.UNEXPECTED,
                "import",
                Map.of("reason", cause.getClass().getSimpleName()));
    }

    private static PreparedTelegram prepared(ImportTask task, Reading reading) {
        return new PreparedTelegram(
                task.head(), task.receivedAt(), task.trigger(), task.begunNanos(), reading, task.claim());
    }
}
