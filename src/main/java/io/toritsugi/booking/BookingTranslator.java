package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import io.toritsugi.telegram.TelegramKind;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.BasicRateInformation;
import io.toritsugi.telegram.model.Extendmytrip;
import io.toritsugi.telegram.model.SalesOfficeInformation;
import io.toritsugi.telegram.model.TransactionType;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Turns a telegram into the PMS's form by the rules of domain notes §4 to §8. Thread-safe; knows nothing of the hotel, its
 * mappings or what was booked before.
 */
@Component
public final class BookingTranslator {

    private static final int LONGEST_KEY = 64;

    private final ChannelDirectory channels;

    public BookingTranslator(ChannelDirectory channels) {
        this.channels = channels;
    }

    /**
     * Translates and validates one telegram. Of a cancellation only the keys and the charge are read: everything else may
     * be missing or senseless and is taken from what is stored (domain notes §8.2).
     *
     * @throws TelegramFailedException of class {@code VALIDATION}, stage {@code translate}; its arguments are {@code field}
     *     (the element), {@code expected}, {@code found}, and {@code nights} where single nights are wrong
     */
    public Booking translate(AllotmentBookingReport report) {
        var transaction = Objects.requireNonNullElseGet(report.transactionType, TransactionType::new);
        var dataId = key(FailureCode.DATA_ID_MISSING, "DataID", transaction.dataId);
        var kind = kindOf(transaction);
        var bookingNumber = key(
                FailureCode.BOOKING_NUMBER_MISSING,
                "TravelAgencyBookingNumber",
                report.basicInformation == null ? null : report.basicInformation.travelAgencyBookingNumber);
        var sentAt = sentAt(transaction);
        var office = Objects.requireNonNullElseGet(report.salesOfficeInformation, SalesOfficeInformation::new);
        var channel = channels.channelOf(office.salesOfficeCompanyName, office.salesOfficeCode);
        return switch (kind) {
            case NEW, MODIFICATION ->
                new Booking(kind, dataId, channel, bookingNumber, sentAt, StayTranslation.of(report, channel), null);
            case CANCELLATION ->
                new Booking(kind, dataId, channel, bookingNumber, sentAt, null, cancellationCharge(report));
        };
    }

    /**
     * Translates a telegram with a person's corrections in it.
     *
     * @throws TelegramFailedException as {@link #translate(AllotmentBookingReport)}
     */
    public Booking translate(AllotmentBookingReport report, BookingEdit edit) {
        CorrectedReport.correct(report, edit);
        return translate(report).withFlag(Flag.CORRECTED_BY_HAND.spelling());
    }

    private static String key(FailureCode whenMissing, String field, @Nullable String sent) {
        var text = SentText.of(sent);
        if (text == null) {
            throw Refusal.of(whenMissing, field, field, null);
        }
        return Lengths.key(field, text, LONGEST_KEY);
    }

    private static TelegramKind kindOf(TransactionType transaction) {
        var classification = SentText.of(transaction.dataClassification);
        var kind = TelegramKind.ofClassification(classification);
        if (kind == null) {
            throw Refusal.of(
                    FailureCode.CLASSIFICATION_UNKNOWN,
                    "DataClassification",
                    "NewBookReport, ModificationReport, CancellationReport",
                    classification);
        }
        return kind;
    }

    private static LocalDateTime sentAt(TransactionType transaction) {
        var text = SentText.of(transaction.systemDate);
        var date = text == null ? null : SentDate.read(text);
        if (date == null) {
            throw Refusal.of(FailureCode.SENT_AT_INVALID, "SystemDate", "YYYY-MM-DD", text);
        }
        return date.atTime(Objects.requireNonNullElse(SentDate.time(transaction.systemTime), LocalTime.MIDNIGHT));
    }

    /** Extendmytrip's, else BasicRateInformation's; none said is 0 (domain notes §8.2). */
    private static long cancellationCharge(AllotmentBookingReport report) {
        var agent = report.risaplsInformation == null ? null : report.risaplsInformation.agent;
        var extended = agent == null || agent.extendmytrip == null ? new Extendmytrip() : agent.extendmytrip;
        var rates = Objects.requireNonNullElseGet(report.basicRateInformation, BasicRateInformation::new);
        var charge = SentNumber.totalYen(
                "CancellationCharge", SentText.firstOf(extended.cancellationCharge, rates.cancellationCharge));
        return charge == null ? 0 : charge;
    }
}
