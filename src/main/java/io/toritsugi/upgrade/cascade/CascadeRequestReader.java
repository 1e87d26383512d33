package io.toritsugi.upgrade.cascade;

import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.Availability;
import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Understands what a request asks for. */
@Component
class CascadeRequestReader {

    private final CascadeQuestions questions;
    private final Availability availability;

    CascadeRequestReader(CascadeQuestions questions, Availability availability) {
        this.questions = questions;
        this.availability = availability;
    }

    /**
     * The question of a request.
     *
     * @throws ProblemException {@code request.invalid} naming what is missing or too much, {@code room_type.not_of_hotel},
     *     {@code failure.unknown}, {@code failure.closed}, {@code failure.nothing_to_assign} when it lacks no rooms
     */
    CascadeQuestion question(HotelRef hotel, CascadeRequest wanted) {
        if (wanted.failureId() != null) {
            refuse("failureId", wanted.roomType(), wanted.checkIn(), wanted.checkOut(), wanted.date());
            return questions
                    .ofFailure(hotel, wanted.failureId())
                    .orElseThrow(() -> new ProblemException(ProblemCode.FAILURE_NOTHING_TO_ASSIGN));
        }
        var type = roomType(hotel, given(wanted.roomType(), "roomType"));
        if (wanted.date() != null) {
            refuse("date", wanted.checkIn(), wanted.checkOut());
            return CascadeQuestion.ofDay(type, wanted.date());
        }
        LocalDate checkIn = given(wanted.checkIn(), "checkIn");
        LocalDate checkOut = given(wanted.checkOut(), "checkOut");
        if (!checkOut.isAfter(checkIn)) {
            throw ProblemException.ofField("checkOut");
        }
        return CascadeQuestion.ofStay(
                type, checkIn, checkOut, given(wanted.guests(), "guests"), wanted.rooms() == null ? 1 : wanted.rooms());
    }

    private RoomTypeRef roomType(HotelRef hotel, String code) {
        return availability.of(hotel.id()).types().stream()
                .filter(type -> type.code().equals(code.strip()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", code)))
                .ref();
    }

    private static <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw ProblemException.ofField(field);
        }
        return value;
    }

    private static void refuse(String field, @Nullable Object... others) {
        if (Stream.of(others).anyMatch(other -> other != null)) {
            throw ProblemException.ofField(field);
        }
    }
}
