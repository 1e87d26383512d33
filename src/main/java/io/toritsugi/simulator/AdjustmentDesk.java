package io.toritsugi.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers single and bulk adjustments and the question for their answer. A bulk adjustment may succeed in part: the result
 * rows tell. A requestId counts once, whatever the adjustment came to; the Resend service repeats its answer.
 */
final class AdjustmentDesk {

    private static final Pattern REQUEST_ID = Pattern.compile("\\p{Graph}{8}");
    private static final Pattern COUNT = Pattern.compile("\\d{1,4}");
    private static final Pattern STATUS = Pattern.compile("[123]");

    private AdjustmentDesk() {}

    static byte[] adjust(LincolnService service, SimulatedHotel hotel, RequestElement request, @Nullable Fault fault) {
        var requestId = request.textOf("requestId");
        var targets = request.all("adjustmentTarget");
        if (!REQUEST_ID.matcher(requestId).matches()) {
            return SoapAnswer.failure(service, LincolnFailure.REQUEST_ID_INVALID);
        }
        if (targets.isEmpty() || service == LincolnService.STOCK_ADJUSTMENT && targets.size() > 1) {
            return SoapAnswer.failure(service, LincolnFailure.CONDITION_INVALID);
        }
        synchronized (hotel) {
            if (fault == Fault.DUPLICATED_REQUEST_ID || hotel.hasUsed(requestId)) {
                return SoapAnswer.failure(service, LincolnFailure.REQUEST_ID_USED);
            }
            var rows = carryOut(hotel.stock(), targets, fault == Fault.PARTIAL_FAILURE);
            hotel.adjustments().add(new SimulatedAdjustment(requestId, names(targets)));
            hotel.remember(service, requestId, answer(service, requestId, rows, null));
            return answer(service, requestId, rows, fault);
        }
    }

    /** @param service the adjustment whose answer is asked for */
    static byte[] resend(LincolnService asked, LincolnService service, SimulatedHotel hotel, RequestElement request) {
        return hotel.answerTo(service, request.textOf("requestId"))
                .orElseGet(() -> SoapAnswer.failure(asked, LincolnFailure.REQUEST_ID_UNKNOWN));
    }

    private static List<String> names(List<RequestElement> targets) {
        return targets.stream()
                .map(target -> target.textOf("netRmTypeGroupCode") + "/" + target.textOf("adjustmentDate"))
                .toList();
    }

    private static List<ResultRow> carryOut(StockBook stock, List<RequestElement> targets, boolean inPart) {
        var rows = new ArrayList<ResultRow>();
        for (var target : targets) {
            boolean refused = inPart && rows.size() % 2 == 1;
            rows.add(new ResultRow(target, refused ? Optional.empty() : adjusted(stock, target)));
        }
        return rows;
    }

    private static Optional<StockFigure> adjusted(StockBook stock, RequestElement target) {
        var group = stock.group(target.textOf("netRmTypeGroupCode"), target.textOf("netAgtRmTypeCode"));
        var date = StockDesk.date(target.textOf("adjustmentDate"));
        var count = target.textOf("remainingCount");
        var status = target.textOf("salesStatus");
        boolean readable = COUNT.matcher(count).matches() || count.isEmpty();
        if (group.isEmpty()
                || date.isEmpty()
                || !readable
                || !STATUS.matcher(status).matches()) {
            return Optional.empty();
        }
        var remaining = count.isEmpty() ? null : Integer.valueOf(count);
        return Optional.of(stock.adjust(group.get(), date.get(), remaining, Integer.parseInt(status)));
    }

    private static byte[] answer(
            LincolnService service, String requestId, List<ResultRow> rows, @Nullable Fault fault) {
        return rows.stream().allMatch(row -> row.figure().isPresent())
                ? SoapAnswer.success(service, fault, xml -> write(xml, requestId, rows))
                : SoapAnswer.failure(service, LincolnFailure.ROWS_REFUSED, xml -> write(xml, requestId, rows));
    }

    private static void write(XmlWriting xml, String requestId, List<ResultRow> rows) {
        xml.element("requestId", requestId);
        rows.forEach(row -> row.write(xml));
    }

    /**
     * What became of a target.
     *
     * @param figure empty where it was refused
     */
    private record ResultRow(RequestElement target, Optional<StockFigure> figure) {

        void write(XmlWriting xml) {
            xml.open("adjustmentResultList");
            xml.element(
                            "netRmTypeGroupCode",
                            figure.map(StockFigure::netRmTypeGroupCode)
                                    .orElseGet(() -> target.textOf("netRmTypeGroupCode")))
                    .element("adjustmentDate", target.textOf("adjustmentDate"));
            figure.ifPresent(set -> xml.element("remainingCount", set.remainingCount()));
            xml.element("adjustmentResult", figure.isPresent() ? "1" : "0");
            if (figure.isEmpty()) {
                xml.element("failureReason", LincolnFailure.ROW_REFUSED.code());
            }
            xml.close();
        }
    }
}
