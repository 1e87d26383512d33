package io.toritsugi.reservation;

import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.upgrade.UpgradeDecisions.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts into words why a stay got other types than it booked, or none. */
final class UpgradeRecord {

    /** Who decides where the import does. */
    static final String RULE = "rule";

    private static final String PERSON = "person";

    private UpgradeRecord() {}

    /**
     * What the decisions about one telegram are about.
     *
     * @param reservationId null where there is none
     */
    record About(
            int hotelId,
            long telegramId,
            @Nullable UUID reservationId,
            long hierarchyVersion,
            Instant at) {}

    /** For a stay that was placed: one for each pair of types that differ, and for each upgrade that ended. */
    static List<Decision> placed(About about, TriedStay tried) {
        var byPair = new LinkedHashMap<Pair, List<Integer>>();
        tried.stay().numbers().forEach(number -> {
            var pair = new Pair(tried.stay().booked(number), tried.stay().assigned(number), decidedBy(tried, number));
            if (!pair.booked().equals(pair.chosen()) || hasEnded(tried, number)) {
                byPair.computeIfAbsent(pair, first -> new ArrayList<>()).add(number);
            }
        });
        var decisions = new ArrayList<Decision>();
        byPair.forEach((pair, rooms) -> decisions.add(
                decision(about, tried, pair.booked(), pair.chosen(), rooms, pair.decidedBy(), evidence(tried, rooms))));
        return decisions;
    }

    /** For a stay that found no rooms: about the first type that lacks some. */
    static Decision refused(About about, TriedStay tried) {
        var type = tried.stay().assigned().stream()
                .filter(assigned -> tried.lacking().stream().anyMatch(night -> night.type() == assigned.id()))
                .findFirst()
                .orElseThrow();
        var rooms = tried.stay()
                .numbers()
                .filter(number -> tried.stay().assigned(number).equals(type))
                .boxed()
                .toList();
        return decision(about, tried, type, null, rooms, RULE, evidence(tried, rooms));
    }

    /** One line about the rooms of a stay, for whoever reads its overrides. */
    static String reason(TriedStay tried) {
        Function<Integer, String> pair =
                number -> tried.stay().booked(number).code() + "->" + tried.stay().assigned(number).code();
        var parts = new ArrayList<String>();
        tried.kept().forEach(number -> parts.add("kept " + pair.apply(number)));
        tried.given().forEach(given -> parts.add("placed " + pair.apply(given.room())));
        tried.ended().forEach(ended -> parts.add("ended " + ended.type() + " (" + ended.code() + ")"));
        return parts.stream().distinct().collect(Collectors.joining(", "));
    }

    private static String decidedBy(TriedStay tried, int number) {
        return tried.stay().assignment().room(number).isEmpty()
                        || tried.kept().contains(number)
                        || tried.stay().assignment().room(number).stream().anyMatch(AssignedRoom::byRule)
                ? RULE
                : PERSON;
    }

    private static boolean hasEnded(TriedStay tried, int number) {
        return tried.ended().stream().anyMatch(ended -> ended.room() == number);
    }

    private static Map<String, Object> evidence(TriedStay tried, List<Integer> rooms) {
        var evidence = new LinkedHashMap<String, Object>();
        evidence.put("rooms", rooms);
        evidence.put("kept", tried.kept().stream().filter(rooms::contains).toList());
        evidence.put(
                "ended",
                tried.ended().stream()
                        .filter(ended -> rooms.contains(ended.room()))
                        .toList());
        evidence.put(
                "options",
                tried.given().stream()
                        .filter(given -> rooms.contains(given.room()))
                        .map(PlaceByRule.Given::option)
                        .distinct()
                        .toList());
        if (tried.suggestion() != null) {
            evidence.put("suggestion", tried.suggestion());
        }
        return evidence;
    }

    private static Decision decision(
            About about,
            TriedStay tried,
            RoomTypeRef requested,
            @Nullable RoomTypeRef chosen,
            List<Integer> rooms,
            String decidedBy,
            Object evidence) {
        var first = tried.stay().room(rooms.get(0));
        return new Decision(
                about.at(),
                about.hotelId(),
                about.telegramId(),
                about.reservationId(),
                requested.id(),
                chosen == null ? null : chosen.id(),
                first.firstNight(),
                first.endDate(),
                first.adults() + first.children(),
                rooms.size(),
                about.hierarchyVersion(),
                decidedBy,
                evidence);
    }

    /** Rooms that were sold as one type and given another, decided by the same. */
    private record Pair(RoomTypeRef booked, RoomTypeRef chosen, String decidedBy) {}
}
