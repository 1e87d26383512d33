package io.toritsugi.retry;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.FailureActions;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.OpenFailures;
import io.toritsugi.failure.PossibleAction;
import io.toritsugi.intake.TelegramOverrides;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.reservation.AssignedRoom;
import io.toritsugi.reservation.Reading;
import io.toritsugi.reservation.RoomAssignment;
import io.toritsugi.reservation.RoomsInNeed;
import io.toritsugi.reservation.SettledTelegram;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives rooms of one booking another type than the mappings do, for this booking only, and processes it at once (R4.5). What
 * the OTA sold stays on record as the booked type, where it is known.
 */
@Component
class AssignRoomType {

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final OpenFailures failures;
    private final FailureActions actions;
    private final TelegramOverrides overrides;
    private final RoomsInNeed roomsInNeed;
    private final ProcessNow processing;

    AssignRoomType(
            JdbcClient jdbc,
            HotelLock lock,
            OpenFailures failures,
            FailureActions actions,
            TelegramOverrides overrides,
            RoomsInNeed roomsInNeed,
            ProcessNow processing) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.failures = failures;
        this.actions = actions;
        this.overrides = overrides;
        this.roomsInNeed = roomsInNeed;
        this.processing = processing;
    }

    /**
     * What is wanted.
     *
     * @param roomType the code of a type of the hotel
     * @param rooms numbers of the booking's rooms, from 1; null for all that no mapping knows or that are of a type that is short
     * @param version which state of the failure the caller has seen; null when he does not say
     */
    record Wanted(
            String roomType,
            @Nullable List<Integer> rooms,
            @Nullable String reason,
            @Nullable Integer version) {}

    /**
     * Assigns and processes; the case may stay open for another reason than that type.
     *
     * @return what became of it
     * @throws ProblemException {@code failure.type_not_free} when the type lacks rooms, {@code failure.nothing_to_assign},
     *     {@code room_type.not_of_hotel}, {@code failure.closed}, {@code conflict.version}; nothing is changed then
     */
    @Transactional
    public SettledTelegram assign(Caller caller, HotelRef hotel, long failureId, Wanted wanted) {
        lock.hold(hotel.id());
        var failure = failures.hold(failureId, wanted.version());
        failure.require(PossibleAction.ASSIGN);
        var type = roomType(hotel, wanted.roomType());
        var telegramId = failure.telegramId();
        var before = overrides.of(telegramId);
        var assignment = assignment(telegramId, before.assignment(), type, wanted.rooms());
        overrides.add(telegramId, before.with(assignment), "assign", caller.name(), wanted.reason());
        jdbc.sql("update import_failure set snoozed_until = null where id = :id")
                .param("id", failureId)
                .update();
        var settled = processing
                .process(telegramId)
                .orElseThrow(() -> new ProblemException(ProblemCode.FAILURE_CLOSED, Map.of()));
        refuseFullType(settled, type);
        actions.record(
                caller,
                failureId,
                new FailureActions.Done(
                        hotel.id(),
                        "assign",
                        wanted.reason(),
                        failure.state(),
                        settled.failure() == null ? "resolved" : failure.state(),
                        List.of(new FailureActions.Change(
                                "assignedType", codes(before.assignment()), codes(assignment)))));
        return settled;
    }

    private RoomAssignment assignment(
            long telegramId, RoomAssignment before, RoomTypeRef type, @Nullable List<Integer> rooms) {
        var reading = processing.read(telegramId).orElse(null);
        var head = processing.head(telegramId).orElse(null);
        if (head == null
                || !(reading instanceof Reading.Understood understood)
                || understood.booking().stay() == null) {
            throw new ProblemException(ProblemCode.FAILURE_NOTHING_TO_ASSIGN);
        }
        int count = understood.booking().stay().rooms().size();
        if (rooms != null && rooms.stream().anyMatch(number -> number < 1 || number > count)) {
            throw ProblemException.ofField("rooms");
        }
        var numbers = rooms == null ? roomsInNeed.of(head, understood) : rooms;
        if (numbers.isEmpty()) {
            throw new ProblemException(ProblemCode.FAILURE_NOTHING_TO_ASSIGN);
        }
        var assignment = before;
        for (int number : numbers) {
            assignment = assignment.with(number, AssignedRoom.byHand(type));
        }
        return assignment;
    }

    private static void refuseFullType(SettledTelegram settled, RoomTypeRef type) {
        var refusal = settled.failure();
        if (refusal != null
                && refusal.code() == FailureCode.NO_ROOM_FREE
                && type.code().equals(refusal.arguments().get("roomType"))) {
            throw new ProblemException(
                    ProblemCode.FAILURE_TYPE_NOT_FREE,
                    refusal.arguments(),
                    Map.of("nights", List.of(refusal.arguments().get("nights").split(", "))));
        }
    }

    private RoomTypeRef roomType(HotelRef hotel, String code) {
        return jdbc.sql("select id, code from room_type where hotel_id = :hotel and code = :code")
                .param("hotel", hotel.id())
                .param("code", code)
                .query(RoomTypeRef.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", code)));
    }

    private static Map<Integer, String> codes(RoomAssignment assignment) {
        var codes = new TreeMap<Integer, String>();
        assignment.byRoom().forEach((room, type) -> codes.put(room, type.code()));
        return codes;
    }
}
