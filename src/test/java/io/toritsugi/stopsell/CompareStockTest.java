package io.toritsugi.stopsell;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.link.StockRow;
import io.toritsugi.link.StockRow.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers that the simulator never gives: what a stock search leaves out, or says in words that nobody knows. */
class CompareStockTest {

    private static final LocalDate NIGHT = LocalDate.of(2027, 3, 5);
    private static final int TWN = 1;

    @Test
    void a_row_on_sale_that_does_not_say_how_many_rooms_is_named() {
        assertThat(words(4, false, row("2", null, Status.ON_SALE))).containsExactly(StockWord.FIGURE_MISSING);
    }

    @Test
    void a_stopped_row_without_a_figure_is_only_stopped() {
        assertThat(words(4, false, row("2", null, Status.STOPPED))).containsExactly(StockWord.STOPPED_THOUGH_FREE);
    }

    @Test
    void a_row_without_a_figure_counts_as_sold_where_nothing_is_left() {
        assertThat(words(0, false, row("2", null, Status.ON_SALE))).containsExactly(StockWord.OPEN_THOUGH_FULL);
        assertThat(words(4, true, row("2", null, Status.ON_SALE))).containsExactly(StockWord.OPEN_THOUGH_STOPPED);
    }

    @Test
    void a_status_that_is_not_known_counts_as_sold() {
        assertThat(words(0, false, row("2", 3, Status.UNKNOWN))).containsExactly(StockWord.OPEN_THOUGH_FULL);
        assertThat(words(3, false, row("2", 3, Status.UNKNOWN))).isEmpty();
    }

    private static List<StockWord> words(int left, boolean stopped, StockRow... rows) {
        var own = List.of(new OwnNight(TWN, "TWN", NIGHT, left, stopped));
        return CompareStock.compare(NIGHT, NIGHT.plusDays(1), own, Map.of(TWN, List.of("2")), List.of(rows))
                .differences()
                .stream()
                .map(FoundDifference::word)
                .toList();
    }

    private static StockRow row(String group, Integer remaining, Status status) {
        return new StockRow(group, null, NIGHT, remaining, status);
    }
}
