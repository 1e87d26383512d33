package io.toritsugi.stopsell;

import io.toritsugi.link.AdjustmentAnswer;
import io.toritsugi.link.StockTarget;
import io.toritsugi.stopsell.AdjustmentRow.Result;
import java.util.List;

/**
 * A request that this node is sending, or asking for.
 *
 * @param inDoubt whether it may have been carried out already: it is asked for and not sent
 * @param attempts made so far
 * @param fence the number of this claim; a result that names an older one is refused
 */
record ClaimedSending(
        long id,
        long proposal,
        int hotelId,
        int roomTypeId,
        StopSellAction action,
        String requestId,
        boolean inDoubt,
        int attempts,
        long fence,
        List<AdjustmentRow> rows) {

    ClaimedSending with(List<AdjustmentRow> others) {
        return new ClaimedSending(
                id, proposal, hotelId, roomTypeId, action, requestId, inDoubt, attempts, fence, List.copyOf(others));
    }

    List<StockTarget> targets() {
        return rows.stream()
                .map(row -> new StockTarget(
                        row.group(), row.night(), row.sale().sale(), row.remaining() == null ? 0 : row.remaining()))
                .toList();
    }

    /** Its figures with what an answer says became of each. */
    List<AdjustmentRow> judgedBy(AdjustmentAnswer answer) {
        return rows.stream()
                .map(row -> {
                    var said = answer.of(row.group(), row.night());
                    return row.with(said.done() ? Result.DONE : Result.REFUSED, said.code());
                })
                .toList();
    }
}
