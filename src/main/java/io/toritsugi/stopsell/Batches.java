package io.toritsugi.stopsell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cuts figures into requests (domain notes §4.6).
 *
 * @param rows the most figures of one
 * @param days the most nights of one, from its first to its last
 */
record Batches(int rows, int days) {

    Batches {
        if (rows < 1 || days < 1) {
            throw new IllegalArgumentException("Expected rows >= 1 and days >= 1, found " + rows + " and " + days);
        }
    }

    /** The requests, in the order of their nights; every figure is in exactly one. */
    List<List<AdjustmentRow>> cut(List<AdjustmentRow> figures) {
        var sorted = figures.stream()
                .sorted(Comparator.comparing(AdjustmentRow::night).thenComparing(AdjustmentRow::group))
                .toList();
        var batches = new ArrayList<List<AdjustmentRow>>();
        var batch = new ArrayList<AdjustmentRow>();
        for (var figure : sorted) {
            boolean full = batch.size() == rows
                    || (!batch.isEmpty()
                            && !figure.night().isBefore(batch.get(0).night().plusDays(days)));
            if (full) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
            batch.add(figure);
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }
}
