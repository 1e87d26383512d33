package io.toritsugi.stopsell;

import io.toritsugi.link.StockRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares our stock with TL-Lincoln's for some nights, and names every difference. A status that is not known counts as sold,
 * which is the dangerous side. For one comparison; not thread-safe.
 */
final class CompareStock {

    private static final String SELL = StopSellAction.SELL.spelling();
    private static final String STOP = StopSellAction.STOP.spelling();

    private final LocalDate first;
    private final LocalDate end;
    private final Map<String, Map<LocalDate, StockRow>> there = new LinkedHashMap<>();
    private final List<FoundDifference> differences = new ArrayList<>();
    private int compared;

    /**
     * The result of a comparison.
     *
     * @param compared how many nights of types both sides have
     * @param differences nights in a row with the same facts are one
     */
    record Result(int compared, List<FoundDifference> differences) {}

    private CompareStock(LocalDate first, LocalDate end, List<StockRow> found) {
        this.first = first;
        this.end = end;
        for (var row : found) {
            there.computeIfAbsent(row.group(), group -> new HashMap<>()).put(row.night(), row);
        }
    }

    /**
     * Compares the nights from {@code first} to the one before {@code end}.
     *
     * @param own every type on every one of these nights
     * @param groups the groups that stand for each type, by its number
     * @param found what TL-Lincoln answered for these nights
     */
    static Result compare(
            LocalDate first,
            LocalDate end,
            List<OwnNight> own,
            Map<Integer, List<String>> groups,
            List<StockRow> found) {
        var comparison = new CompareStock(first, end, found);
        comparison.unmapped(groups);
        comparison.unknownThere(own, groups);
        own.forEach(night -> comparison.night(night, groups.getOrDefault(night.roomTypeId(), List.of())));
        return new Result(comparison.compared, joined(comparison.differences));
    }

    private void unmapped(Map<Integer, List<String>> groups) {
        Set<String> mapped = new HashSet<>();
        groups.values().forEach(mapped::addAll);
        there.forEach((group, nights) -> {
            if (!mapped.contains(group)) {
                nights.values().forEach(row -> add(StockWord.GROUP_UNMAPPED, null, group, row, row.night()));
            }
        });
    }

    /** Types that stand for nothing there, and groups of which nothing is answered although others are. */
    private void unknownThere(List<OwnNight> own, Map<Integer, List<String>> groups) {
        var types = own.stream().map(OwnNight::roomTypeId).distinct().toList();
        for (int type : types) {
            var ofType = groups.getOrDefault(type, List.of());
            if (ofType.isEmpty()) {
                whole(StockWord.TYPE_WITHOUT_GROUP, type, null);
            }
            ofType.stream()
                    .filter(group -> !there.isEmpty() && !there.containsKey(group))
                    .forEach(group -> whole(StockWord.GROUP_UNKNOWN_THERE, type, group));
        }
    }

    private void night(OwnNight own, List<String> groups) {
        var rows = new ArrayList<StockRow>();
        for (var group : groups) {
            var row = there.getOrDefault(group, Map.of()).get(own.night());
            if (row != null) {
                rows.add(row);
            } else if (there.isEmpty() || there.containsKey(group)) {
                add(StockWord.NIGHT_MISSING, own.roomTypeId(), group, null, own.night());
            }
        }
        if (groups.isEmpty() || rows.size() < groups.size()) {
            rows.forEach(row -> sale(own, row));
            return;
        }
        compared++;
        boolean asWanted = true;
        for (var row : rows) {
            asWanted &= sale(own, row);
        }
        if (!own.stopped() && own.leftToSell() > 0) {
            figures(own, rows, asWanted);
        }
    }

    /** Whether the sale of one group is as we want it; else the difference is noted. */
    private boolean sale(OwnNight own, StockRow row) {
        boolean sells = !row.status().stopped() && (row.remaining() == null || row.remaining() > 0);
        if (own.stopped() || own.leftToSell() <= 0) {
            if (sells) {
                add(own.stopped() ? StockWord.OPEN_THOUGH_STOPPED : StockWord.OPEN_THOUGH_FULL, own, STOP, row);
            }
            return !sells;
        }
        if (row.status().stopped()) {
            add(StockWord.STOPPED_THOUGH_FREE, own, SELL, row);
            return false;
        }
        return true;
    }

    /** The rooms that all groups of the type sell together, beside ours. */
    private void figures(OwnNight own, List<StockRow> rows, boolean allSell) {
        int sold = 0;
        for (var row : rows) {
            var remaining = row.remaining();
            if (remaining == null) {
                if (!row.status().stopped()) {
                    add(StockWord.FIGURE_MISSING, own, SELL, row);
                }
                return;
            }
            sold += row.status().stopped() ? 0 : Math.max(remaining, 0);
        }
        if (sold > own.leftToSell() || (allSell && sold < own.leftToSell())) {
            var only = rows.size() == 1 ? rows.get(0) : null;
            differences.add(new FoundDifference(
                    sold > own.leftToSell() ? StockWord.SELLS_MORE : StockWord.SELLS_FEWER,
                    own.roomTypeId(),
                    only == null ? null : only.group(),
                    only == null ? null : only.groupName(),
                    own.night(),
                    own.night().plusDays(1),
                    own.leftToSell(),
                    SELL,
                    sold,
                    only == null ? null : spelling(only)));
        }
    }

    private void add(StockWord word, OwnNight own, String wanted, StockRow row) {
        differences.add(new FoundDifference(
                word,
                own.roomTypeId(),
                row.group(),
                row.groupName(),
                own.night(),
                own.night().plusDays(1),
                Math.max(own.leftToSell(), 0),
                wanted,
                row.remaining(),
                spelling(row)));
    }

    private void add(
            StockWord word, @Nullable Integer type, @Nullable String group, @Nullable StockRow row, LocalDate night) {
        differences.add(new FoundDifference(
                word,
                type,
                group,
                row == null ? null : row.groupName(),
                night,
                night.plusDays(1),
                null,
                null,
                null,
                null));
    }

    private void whole(StockWord word, int type, @Nullable String group) {
        differences.add(new FoundDifference(word, type, group, null, first, end, null, null, null, null));
    }

    private static String spelling(StockRow row) {
        return row.status().name().toLowerCase(Locale.ROOT);
    }

    private static List<FoundDifference> joined(List<FoundDifference> single) {
        Comparator<FoundDifference> order = Comparator.comparing(FoundDifference::word)
                .thenComparing(FoundDifference::roomTypeId, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(FoundDifference::group, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(FoundDifference::first);
        var joined = new ArrayList<FoundDifference>();
        for (var next : single.stream().sorted(order).toList()) {
            int last = joined.size() - 1;
            var longer = last < 0 ? null : joined.get(last).joined(next);
            if (longer == null) {
                joined.add(next);
            } else {
                joined.set(last, longer);
            }
        }
        return joined;
    }
}
