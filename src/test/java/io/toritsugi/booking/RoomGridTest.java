package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.model.RoomAndGuest;
import io.toritsugi.telegram.model.RoomRateInformation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomGridTest {

    @Test
    void rows_that_change_places_from_night_to_night_stay_in_their_rooms() {
        var stay = TelegramDraft.withoutRooms()
                .night("0002", "2027-03-05", "18000")
                .night("0001", "2027-03-05", "9500")
                .night("0001", "2027-03-06", "9800")
                .night("0002", "2027-03-06", "19000")
                .stay();

        assertThat(stay.rooms()).extracting(BookedRoom::code).containsExactly("0002", "0001");
        assertThat(stay.rooms())
                .extracting(BookedRoom::amounts)
                .containsExactly(List.of(18_000, 19_000), List.of(9_500, 9_800));
        assertThat(stay.flags()).isEmpty();
    }

    @Test
    void the_nth_row_of_a_date_belongs_to_the_nth_room_of_its_code() {
        var stay = TelegramDraft.withoutRooms()
                .night("0002", "2027-03-05", "1")
                .night("0001", "2027-03-05", "2")
                .night("0002", "2027-03-05", "3")
                .night("0002", "2027-03-06", "4")
                .night("0002", "2027-03-06", "5")
                .night("0001", "2027-03-06", "6")
                .stay();

        assertThat(stay.rooms()).extracting(BookedRoom::code).containsExactly("0002", "0001", "0002");
        assertThat(stay.rooms())
                .extracting(BookedRoom::amounts)
                .containsExactly(List.of(1, 4), List.of(2, 6), List.of(3, 5));
    }

    @Test
    void a_row_may_carry_several_nights() {
        var draft = TelegramDraft.withoutRooms().night("0003", "2027-03-05", "12000");
        var second = new RoomRateInformation();
        second.roomDate = "2027-03-06";
        second.totalPerRoomRate = "13000";
        draft.report.roomAndGuestInformation.rows.get(0).nights.add(second);

        assertThat(draft.stay().rooms())
                .singleElement()
                .satisfies(room -> assertThat(room.amounts()).containsExactly(12_000, 13_000));
    }

    @Test
    void codes_are_text() {
        var stay = TelegramDraft.withoutRooms()
                .night(" 0003 ", "2027-03-05", "1")
                .night("0003", "2027-03-06", "1")
                .night("3", "2027-03-05", "1")
                .night("3", "2027-03-06", "1")
                .stay();

        assertThat(stay.rooms()).extracting(BookedRoom::code).containsExactly("0003", "3");
    }

    @Test
    void missing_nights_are_named() {
        var refusal = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-09")
                .with(telegram -> telegram.basic.nights = "4")
                .with(telegram -> telegram.basic.totalRoomCount = "1")
                .night("0003", "2027-03-05", "1")
                .night("0003", "2027-03-08", "1")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NIGHTS_MISSING);
        assertThat(refusal.arguments())
                .containsEntry("nights", "2027-03-06, 2027-03-07")
                .containsEntry("expected", "2027-03-05–2027-03-09 × 1");
    }

    @Test
    void a_night_outside_the_stay_is_surplus_and_named() {
        var refusal =
                TelegramDraft.twoNights().night("0003", "2027-03-07", "12000").refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NIGHTS_SURPLUS);
        assertThat(refusal.arguments()).containsEntry("nights", "2027-03-07");
    }

    @Test
    void a_double_night_is_surplus_and_named() {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.totalRoomCount = "1")
                .night("0003", "2027-03-06", "12000")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NIGHTS_SURPLUS);
        assertThat(refusal.arguments()).containsEntry("nights", "2027-03-06 (2/1)");
    }

    @Test
    void a_second_room_that_lacks_a_night_is_named() {
        var refusal = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.totalRoomCount = "2")
                .night("0002", "2027-03-06", "12000")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NIGHTS_MISSING);
        assertThat(refusal.arguments()).containsEntry("nights", "2027-03-05 (1/2)");
    }

    @Test
    void the_rows_win_over_another_room_count() {
        var stay = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.totalRoomCount = "1000")
                .stay();

        assertThat(stay.rooms()).hasSize(1);
        assertThat(stay.flags()).containsExactly("room_count_mismatch");
    }

    @Test
    void no_room_and_a_room_count_of_zero_are_refused() {
        var noRows = TelegramDraft.withoutRooms().refusal();
        var zero = TelegramDraft.twoNights()
                .with(telegram -> telegram.basic.totalRoomCount = "0")
                .refusal();
        var section = TelegramDraft.withoutRooms();
        section.report.roomAndGuestInformation = null;
        var emptyRow = TelegramDraft.withoutRooms();
        emptyRow.report.roomAndGuestInformation.rows.add(new RoomAndGuest());

        assertThat(noRows.code()).isEqualTo(FailureCode.ROOMS_MISSING);
        assertThat(zero.code()).isEqualTo(FailureCode.ROOMS_MISSING);
        assertThat(section.refusal().code()).isEqualTo(FailureCode.ROOMS_MISSING);
        assertThat(emptyRow.refusal().code()).isEqualTo(FailureCode.ROOMS_MISSING);
    }

    @Test
    void a_modification_without_rooms_is_refused_like_a_new_booking() {
        var refusal = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.transaction.dataClassification = "ModificationReport")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.ROOMS_MISSING);
    }

    @Test
    void a_row_without_code_or_date_is_refused() {
        var code = TelegramDraft.twoNights().night(" ", "2027-03-05", "1").refusal();
        var date = TelegramDraft.twoNights().night("0003", "", "1").refusal();

        assertThat(code.code()).isEqualTo(FailureCode.ROOM_CODE_MISSING);
        assertThat(date.code()).isEqualTo(FailureCode.DATE_INVALID);
        assertThat(date.arguments()).containsEntry("field", "RoomDate");
    }

    @Test
    void a_change_of_type_between_nights_is_a_move() {
        var stay = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-08")
                .with(telegram -> telegram.basic.nights = "3")
                .with(telegram -> telegram.basic.totalRoomCount = "1")
                .night("0003", "2027-03-05", "10000")
                .night("0002", "2027-03-06", "11000")
                .night("0002", "2027-03-07", "12000")
                .stay();

        assertThat(stay.flags()).containsExactly("room_move");
        assertThat(stay.rooms()).extracting(BookedRoom::code).containsExactly("0003", "0002");
        assertThat(stay.rooms())
                .extracting(BookedRoom::firstNight)
                .containsExactly(LocalDate.of(2027, 3, 5), LocalDate.of(2027, 3, 6));
        assertThat(stay.rooms())
                .extracting(BookedRoom::amounts)
                .containsExactly(List.of(10_000), List.of(11_000, 12_000));
    }

    @Test
    void of_two_rooms_only_the_one_that_moves_is_cut() {
        var stay = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.basic.totalRoomCount = "2")
                .night("0002", "2027-03-05", "1")
                .night("0003", "2027-03-05", "2")
                .night("0007", "2027-03-06", "3")
                .night("0003", "2027-03-06", "4")
                .stay();

        assertThat(stay.flags()).containsExactly("room_move");
        assertThat(stay.rooms()).extracting(BookedRoom::code).containsExactly("0002", "0007", "0003");
        assertThat(stay.rooms().get(2).amounts()).containsExactly(2, 4);
    }

    @Test
    void without_the_room_count_to_bear_it_out_a_change_of_type_is_refused() {
        var refusal = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.basic.totalRoomCount = "2")
                .night("0003", "2027-03-05", "10000")
                .night("0002", "2027-03-06", "11000")
                .refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NIGHTS_MISSING);
        assertThat(refusal.arguments()).containsEntry("nights", "2027-03-06 (0003), 2027-03-05 (0002)");
    }

    @Test
    void a_thousand_rooms_are_refused() {
        var draft = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-06")
                .with(telegram -> telegram.basic.totalRoomCount = "1000");
        for (int room = 0; room < 1000; room++) {
            draft.night("0002", "2027-03-05", "1");
        }

        assertThat(draft.refusal().code()).isEqualTo(FailureCode.ROOMS_TOO_MANY);
        assertThat(draft.refusal().arguments()).containsEntry("found", "1000");
    }

    @Test
    void a_long_list_of_wrong_nights_is_cut_and_counted() {
        var draft = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.basic.checkOutDate = "2027-06-05")
                .with(telegram -> telegram.basic.totalRoomCount = "1")
                .night("0003", "2027-03-05", "1");

        assertThat(draft.refusal().arguments().get("nights"))
                .startsWith("2027-03-06, 2027-03-07")
                .endsWith(" … (+71)");
    }
}
