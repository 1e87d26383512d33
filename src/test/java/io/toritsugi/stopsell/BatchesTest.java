package io.toritsugi.stopsell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 5);

    @Test
    void a_batch_has_as_many_rows_as_are_allowed() {
        assertThat(new Batches(30, 366).cut(figures(65, "1")))
                .extracting(List::size)
                .containsExactly(30, 30, 5);
    }

    @Test
    void a_batch_spans_as_many_days_as_are_allowed() {
        var batches = new Batches(1000, 30).cut(figures(61, "1", "2"));

        assertThat(batches).extracting(List::size).containsExactly(60, 60, 2);
        assertThat(batches.get(0)).extracting(AdjustmentRow::night).contains(FIRST, FIRST.plusDays(29));
        assertThat(batches.get(1).get(0).night()).isEqualTo(FIRST.plusDays(30));
    }

    @Test
    void nights_apart_are_not_one_batch() {
        var figures = new ArrayList<>(figures(2, "1"));
        figures.add(AdjustmentRow.of("1", FIRST.plusDays(100), StopSellAction.STOP));

        assertThat(new Batches(30, 30).cut(figures)).extracting(List::size).containsExactly(2, 1);
    }

    @Test
    void every_figure_is_in_one_batch() {
        var figures = figures(47, "1", "2", "3");

        var batches = new Batches(7, 5).cut(figures);

        assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(figures);
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 7));
    }

    @Test
    void nothing_makes_no_batch() {
        assertThat(new Batches(30, 30).cut(List.of())).isEmpty();
        assertThatThrownBy(() -> new Batches(0, 30)).hasMessageContaining("rows >= 1");
    }

    private static List<AdjustmentRow> figures(int nights, String... groups) {
        return FIRST.datesUntil(FIRST.plusDays(nights))
                .flatMap(night ->
                        List.of(groups).stream().map(group -> AdjustmentRow.of(group, night, StopSellAction.STOP)))
                .toList();
    }
}
