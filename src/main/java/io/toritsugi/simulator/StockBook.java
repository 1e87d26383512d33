package io.toritsugi.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The stock figures of one hotel, as adjustments left them. Thread-safe. */
final class StockBook {

    private static final int LEAVE_AS_IT_IS = 3;
    private static final int NOT_SET = 0;

    private final List<RoomGroup> groups;
    private final Map<String, Map<LocalDate, StockFigure>> adjusted = new TreeMap<>();
    private LocalDate end = LocalDate.MAX;

    StockBook(List<RoomGroup> groups) {
        this.groups = List.copyOf(groups);
    }

    List<RoomGroup> groups() {
        return groups;
    }

    /** The group that a target names, by its own code or by an agent's room type; empty where there is none. */
    Optional<RoomGroup> group(String groupCode, String agentRoomTypeCode) {
        return groups.stream()
                .filter(group -> groupCode.isEmpty()
                        ? group.agentCode().equals(agentRoomTypeCode)
                        : group.code().equals(groupCode))
                .findFirst();
    }

    /**
     * Sets one figure.
     *
     * @param remaining null leaves the count as it is
     * @param status in the meaning of adjustments: 1 sell, 2 stop, 3 leave as it is
     */
    synchronized StockFigure adjust(RoomGroup group, LocalDate date, @Nullable Integer remaining, int status) {
        var before = figure(group, date);
        var after = new StockFigure(
                group.code(),
                date,
                remaining == null ? before.remainingCount() : remaining,
                status == LEAVE_AS_IT_IS ? before.salesStatus() : status);
        adjusted.computeIfAbsent(group.code(), code -> new TreeMap<>()).put(date, after);
        return after;
    }

    /** Sets a figure as somebody would in TL-Lincoln's own administration; the status in the meaning of a search. */
    synchronized void plant(StockFigure figure) {
        adjusted.computeIfAbsent(figure.netRmTypeGroupCode(), code -> new TreeMap<>())
                .put(figure.date(), figure);
    }

    /** From this day on nothing is answered. */
    synchronized void endOn(LocalDate day) {
        end = day;
    }

    synchronized boolean holds(LocalDate date) {
        return date.isBefore(end);
    }

    synchronized StockFigure figure(RoomGroup group, LocalDate date) {
        return adjusted.getOrDefault(group.code(), Map.of())
                .getOrDefault(date, new StockFigure(group.code(), date, group.rooms(), NOT_SET));
    }

    /** What was ever adjusted, by group and date. */
    synchronized List<StockFigure> adjusted() {
        var all = new ArrayList<StockFigure>();
        adjusted.values().forEach(days -> all.addAll(days.values()));
        return all;
    }
}
