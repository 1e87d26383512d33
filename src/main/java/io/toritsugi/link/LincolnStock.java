package io.toritsugi.link;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Speaks to TL-Lincoln about stock (domain notes §4.6), within the limits of the hotel and each call on record, as
 * {@link LincolnClient}. Never within a transaction. Safe for many threads.
 */
@Component
public class LincolnStock {

    /** The dates of these services have no hyphens (domain notes §4.1). */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern COUNT = Pattern.compile("-?\\d{1,6}");
    private static final String BY_GROUP = "1";
    private static final String BY_PERIOD = "2";
    private static final String DONE = "1";

    private final LincolnClient lincoln;

    LincolnStock(LincolnClient lincoln) {
        this.lincoln = lincoln;
    }

    /**
     * Sets figures, by net room-type group.
     *
     * @param requestId 8 characters that were never sent before
     * @return what became of each row, also when TL-Lincoln refused some of them
     * @throws RemoteFailedException when it refused as a whole, or when nobody knows whether it did anything; then
     *     {@link #askAgain} before anything is sent again
     */
    public AdjustmentAnswer adjust(int hotelId, String requestId, List<StockTarget> targets) {
        var service = RemoteService.BULK_ADJUSTMENT;
        var request = new RemoteRequest(service, requestId, xml -> {
            for (var target : targets) {
                xml.writeStartElement("adjustmentTarget");
                SoapRequest.element(xml, "adjustmentProcedureCode", BY_GROUP);
                SoapRequest.element(xml, "netRmTypeGroupCode", target.group());
                SoapRequest.element(xml, "adjustmentDate", DATE.format(target.night()));
                SoapRequest.element(xml, "remainingCount", Integer.toString(target.remaining()));
                SoapRequest.element(xml, "salesStatus", target.sale().code());
                xml.writeEndElement();
            }
            SoapRequest.element(xml, "requestId", requestId);
        });
        return asked(hotelId, request, answer -> {
            var rows = results(answer, service);
            if (answer.refusal() != null && rows.isEmpty()) {
                throw answer.refusal();
            }
            return new AdjustmentAnswer(failure(answer), rows);
        });
    }

    /**
     * Asks for the answer that an adjustment was given, where it was lost.
     *
     * @return what became of each row; empty when TL-Lincoln does not know the request, which was then not carried out
     * @throws RemoteFailedException when there is no answer to this question either
     */
    public Optional<AdjustmentAnswer> askAgain(int hotelId, String requestId) {
        var service = RemoteService.BULK_ADJUSTMENT_RESEND;
        var request = new RemoteRequest(service, requestId, xml -> SoapRequest.element(xml, "requestId", requestId));
        return asked(hotelId, request, answer -> {
            var rows = results(answer, service);
            return answer.refusal() != null && rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new AdjustmentAnswer(failure(answer), rows));
        });
    }

    /**
     * What TL-Lincoln has of every group. At most about thirty days a call (domain notes §4.6).
     *
     * @param last the last night, included
     * @return a row for each group and night, as far as it has any
     * @throws RemoteFailedException when there is no answer, or none that succeeded
     */
    public List<StockRow> search(int hotelId, LocalDate first, LocalDate last) {
        var service = RemoteService.STOCK_SEARCH;
        var request = new RemoteRequest(service, null, xml -> {
            xml.writeStartElement("extractionCondition");
            SoapRequest.element(xml, "extractionProcedure", BY_PERIOD);
            SoapRequest.element(xml, "searchDurationFrom", DATE.format(first));
            SoapRequest.element(xml, "searchDurationTo", DATE.format(last));
            xml.writeEndElement();
        });
        return asked(
                hotelId,
                request,
                answer -> rows(answer, service, "netRmTypeGroupAndDailyStockStatusList")
                        .flatMap(LincolnStock::stockRow)
                        .toList());
    }

    private <T> T asked(int hotelId, RemoteRequest request, Function<LincolnAnswer, T> reading) {
        try (var answer = lincoln.ask(hotelId, request)) {
            return reading.apply(answer);
        } catch (IOException unclosable) {
            throw new UncheckedIOException("The answer's temporary file cannot be closed", unclosable);
        }
    }

    private static List<AdjustmentAnswer.Row> results(LincolnAnswer answer, RemoteService service) {
        return rows(answer, service, "adjustmentResultList")
                .flatMap(row -> night(row.get("adjustmentDate")).stream()
                        .map(night -> new AdjustmentAnswer.Row(
                                row.getOrDefault("netRmTypeGroupCode", ""),
                                night,
                                DONE.equals(row.get("adjustmentResult")),
                                code(row.getOrDefault("failureReason", "")))))
                .toList();
    }

    private static Stream<StockRow> stockRow(Map<String, String> row) {
        return night(row.get("saleDate")).stream()
                .map(night -> new StockRow(
                        row.getOrDefault("netRmTypeGroupCode", ""),
                        row.get("netRmTypeGroupName"),
                        night,
                        count(row.getOrDefault("remainingCount", "")),
                        StockRow.Status.of(row.getOrDefault("salesStatus", ""))));
    }

    /** What cannot be read to its end does not say what was done. */
    private static Stream<Map<String, String>> rows(LincolnAnswer answer, RemoteService service, String name) {
        try {
            return answer.isNothing() ? Stream.empty() : AnswerRows.read(answer, name).stream();
        } catch (XMLStreamException notWellFormed) {
            throw new RemoteFailedException(
                    new Failure(
                            FailureCode.REMOTE_HALF_ANSWER,
                            AnswerJudgement.STAGE,
                            Map.of("service", service.spelling())),
                    Fate.UNKNOWN);
        }
    }

    private static @Nullable Failure failure(LincolnAnswer answer) {
        return answer.refusal() == null ? null : answer.refusal().failure();
    }

    private static Optional<LocalDate> night(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text, DATE));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private static @Nullable String code(String text) {
        var code = AnswerJudgement.code(text);
        return code.isEmpty() ? null : code;
    }

    private static @Nullable Integer count(String text) {
        return COUNT.matcher(text).matches() ? Integer.valueOf(text) : null;
    }
}
