package io.toritsugi.link;

import io.toritsugi.failure.Failure;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an adjustment of stock, row by row.
 *
 * @param refusal why not all was done; null when TL-Lincoln says that all was
 * @param rows those that the answer names; it need not name all
 */
public record AdjustmentAnswer(@Nullable Failure refusal, List<Row> rows) {

    public AdjustmentAnswer {
        rows = List.copyOf(rows);
    }

    /**
     * What is said of one figure.
     *
     * @param done whether it was set
     * @param code TL-Lincoln's own code where it was not; null when it names none
     */
    public record Row(
            String group,
            LocalDate night,
            boolean done,
            @Nullable String code) {}

    /**
     * What became of a figure. One that the answer does not name was set when all was done, and else was not; one that it names
     * twice was set when every mention says so.
     */
    public Row of(String group, LocalDate night) {
        var named = rows.stream()
                .filter(row -> row.group().equals(group) && row.night().equals(night))
                .toList();
        return named.stream()
                .filter(row -> !row.done())
                .findFirst()
                .orElseGet(() -> new Row(group, night, refusal == null || !named.isEmpty(), null));
    }
}
