package io.toritsugi.reservation;

import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.reservation.TriedStay.DecidedRoom;
import io.toritsugi.reservation.TriedStay.Way;
import io.toritsugi.upgrade.UpgradeDecision;
import io.toritsugi.upgrade.UpgradeSuggestion;
import io.toritsugi.upgrade.UpgradeSuggestion.FreeNight;
import io.toritsugi.upgrade.UpgradeSuggestion.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts on record why a stay got other types than it booked, or none. */
final class UpgradeRecord {

    private static final String RULE = "rule:";

    private UpgradeRecord() {}

    /**
     * What decisions are about.
     *
     * @param channel the name of the booking's channel; null when it is not known
     * @param reservationId null where there is none
     */
    record About(
            int hotelId,
            @Nullable String channel,
            long telegramId,
            @Nullable UUID reservationId) {}

    /**
     * The evidence for a type that is given whatever relations lead there now: one step, and what was free.
     *
     * @param bookedIsFree whether the room could be of the booked type as well
     * @param priceDifference whole yen a night
     */
    static UpgradeSuggestion given(
            RoomTypeRef booked,
            RoomTypeRef given,
            boolean bookedIsFree,
            int priceDifference,
            List<FreeNight> free,
            long hierarchyVersion) {
        var option = new Option(
                given.code(), List.of(booked.code(), given.code()), 1, List.of(), priceDifference, free, null);
        return new UpgradeSuggestion(bookedIsFree, List.of(option), null, hierarchyVersion);
    }

    /** For a stay that was placed: one decision for each pair of types and each way that it came about. */
    static List<UpgradeDecision> placed(About about, TriedStay tried) {
        var alike = new LinkedHashMap<Alike, List<DecidedRoom>>();
        for (var room : tried.rooms()) {
            var pair =
                    new Alike(tried.stay().booked(room.number()), tried.stay().assigned(room.number()), room.way());
            alike.computeIfAbsent(pair, first -> new ArrayList<>()).add(room);
        }
        var decisions = new ArrayList<UpgradeDecision>();
        alike.forEach((pair, rooms) -> decisions.add(new UpgradeDecision(
                LackingRooms.request(
                        about.hotelId(),
                        about.channel(),
                        tried.stay(),
                        pair.booked(),
                        rooms.stream().map(DecidedRoom::number).toList(),
                        new TreeSet<>()),
                rooms.get(0).evidence(),
                pair.chosen(),
                about.telegramId(),
                about.reservationId(),
                decidedBy(pair.way()))));
        return decisions;
    }

    /** For a stay that found no rooms: about the first type that lacks some. */
    static UpgradeDecision refused(About about, TriedStay tried) {
        var type = tried.stay().assigned().stream()
                .filter(assigned -> tried.lacking().stream().anyMatch(night -> night.type() == assigned.id()))
                .findFirst()
                .orElseThrow();
        var numbers = tried.stay()
                .numbers()
                .filter(number -> tried.stay().assigned(number).equals(type))
                .boxed()
                .toList();
        return new UpgradeDecision(
                LackingRooms.request(about.hotelId(), about.channel(), tried.stay(), type, numbers, new TreeSet<>()),
                tried.suggestion(),
                null,
                about.telegramId(),
                about.reservationId(),
                RULE + "suggest");
    }

    /** One line about the rooms of a stay, for whoever reads what stands beside its telegram. */
    static String reason(TriedStay tried) {
        return tried.rooms().stream()
                .map(room -> spelled(room.way()) + " "
                        + tried.stay().booked(room.number()).code() + "->"
                        + tried.stay().assigned(room.number()).code())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Whose decision the rooms of a stay are, where several ways led to them: the rule that gave a room another type. */
    static String decidedBy(TriedStay tried) {
        return tried.rooms().stream().anyMatch(room -> room.way() == Way.PLACED)
                ? decidedBy(Way.PLACED)
                : decidedBy(Way.KEPT);
    }

    private static String decidedBy(Way way) {
        return way == Way.BY_HAND ? "person" : RULE + spelled(way);
    }

    private static String spelled(Way way) {
        return way.name().toLowerCase(Locale.ROOT);
    }

    /** Rooms that were sold as one type and got one type in one way. */
    private record Alike(RoomTypeRef booked, RoomTypeRef chosen, Way way) {}
}
