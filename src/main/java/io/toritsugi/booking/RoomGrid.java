package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a telegram sorted into rooms: for each room one row for each night of the stay (domain notes §7). The n-th
 * row of a date with a code is the n-th room of that code; rooms stand in the order of their first appearance.
 *
 * @param rooms each with exactly the nights of the stay, in date order
 * @param moved whether a room changes its code between nights
 */
record RoomGrid(List<RoomNight[]> rooms, boolean moved) {

    private static final int MOST_ROOMS = 500;

    /**
     * @param roomCount TotalRoomCount; null when missing
     * @throws io.toritsugi.failure.TelegramFailedException when the rows do not cover every night of every room once
     */
    static RoomGrid of(List<RoomNight> rows, StayDates dates, @Nullable Long roomCount) {
        if (rows.isEmpty() || (roomCount != null && roomCount == 0)) {
            throw Refusal.of(
                    FailureCode.ROOMS_MISSING, rows.isEmpty() ? "RoomAndGuestList" : "TotalRoomCount", "≥ 1", "0");
        }
        UncoveredNights.refuseOutside(rows, dates);
        var numbered = numbered(rows);
        if ((long) numbered.rooms.size() * dates.nights() == rows.size()) {
            refuseTooMany(numbered.rooms.size());
            return new RoomGrid(byNumber(rows, numbered, dates), false);
        }
        var rooms = UncoveredNights.roomsThatMove(rows, dates, roomCount);
        refuseTooMany(rooms);
        return new RoomGrid(byMoves(rows, dates, rooms), true);
    }

    private static void refuseTooMany(int rooms) {
        if (rooms > MOST_ROOMS) {
            throw Refusal.of(FailureCode.ROOMS_TOO_MANY, "RoomAndGuestList", "1–" + MOST_ROOMS, rooms);
        }
    }

    /** Gives each row its room: of the rows with one code and date, the first has number 0, and so on. */
    private static Numbered numbered(List<RoomNight> rows) {
        var next = new HashMap<CodeAndDate, Integer>();
        var rooms = new LinkedHashMap<RoomKey, Integer>();
        var roomOfRow = new ArrayList<Integer>(rows.size());
        for (var row : rows) {
            var number = next.merge(new CodeAndDate(row.code(), row.date().toEpochDay()), 1, Integer::sum);
            roomOfRow.add(rooms.computeIfAbsent(new RoomKey(row.code(), number), unseen -> rooms.size()));
        }
        return new Numbered(rooms, roomOfRow);
    }

    private static List<RoomNight[]> byNumber(List<RoomNight> rows, Numbered numbered, StayDates dates) {
        var rooms = emptyRooms(numbered.rooms.size(), dates.nights());
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            rooms.get(numbered.roomOfRow.get(i))[dates.indexOf(row.date())] = row;
        }
        return rooms;
    }

    /** A room keeps its code as long as a row of the night has it; what is left over moves, in document order. */
    private static List<RoomNight[]> byMoves(List<RoomNight> rows, StayDates dates, int roomCount) {
        var rooms = emptyRooms(roomCount, dates.nights());
        var byNight = byNight(rows, dates);
        for (int night = 0; night < dates.nights(); night++) {
            var left = byNight.get(night);
            for (var room : rooms) {
                room[night] = night == 0 ? left.remove(0) : removeFirst(left, room[night - 1].code());
            }
            for (var room : rooms) {
                if (room[night] == null) {
                    room[night] = left.remove(0);
                }
            }
        }
        return rooms;
    }

    private static @Nullable RoomNight removeFirst(List<RoomNight> rows, String code) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).code().equals(code)) {
                return rows.remove(i);
            }
        }
        return null;
    }

    private static List<List<RoomNight>> byNight(List<RoomNight> rows, StayDates dates) {
        var byNight = new ArrayList<List<RoomNight>>(dates.nights());
        for (int night = 0; night < dates.nights(); night++) {
            byNight.add(new ArrayList<>());
        }
        rows.forEach(row -> byNight.get(dates.indexOf(row.date())).add(row));
        return byNight;
    }

    private static List<RoomNight[]> emptyRooms(int rooms, int nights) {
        var empty = new ArrayList<RoomNight[]>(rooms);
        for (int room = 0; room < rooms; room++) {
            empty.add(new RoomNight[nights]);
        }
        return empty;
    }

    private record CodeAndDate(String code, long day) {}

    private record RoomKey(String code, int number) {}

    private record Numbered(Map<RoomKey, Integer> rooms, List<Integer> roomOfRow) {}
}
