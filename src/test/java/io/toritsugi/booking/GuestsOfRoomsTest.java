package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.model.RoomInformation;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestsOfRoomsTest {

    @SafeVarargs
    private static TelegramDraft rooms(Consumer<RoomInformation>... guests) {
        var draft = TelegramDraft.withoutRooms()
                .with(telegram -> telegram.basic.checkOutDate = "2027-03-06")
                .with(telegram -> telegram.basic.nights = "1");
        for (var guest : guests) {
            draft.row("0002", "2027-03-05", guest, rate -> rate.totalPerRoomRate = "10000");
        }
        return draft;
    }

    private static Consumer<RoomInformation> all(String count) {
        return room -> room.perRoomPaxCount = count;
    }

    @Test
    void adults_are_men_and_women() {
        var stay = rooms(room -> {
                    room.perRoomPaxCount = "0";
                    room.roomPaxMaleCount = "1";
                    room.roomPaxFemaleCount = "2";
                })
                .stay();

        assertThat(stay.rooms().get(0).adults()).isEqualTo(3);
    }

    @Test
    void without_men_and_women_they_are_the_guests_less_the_children() {
        var stay = rooms(room -> {
                    room.perRoomPaxCount = "5";
                    room.roomPaxMaleCount = "0";
                    room.roomChildB50Count = "2";
                    room.roomChildB50Count2 = "1";
                })
                .stay();

        assertThat(stay.rooms().get(0).adults()).isEqualTo(2);
        assertThat(stay.rooms().get(0).children()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"5,3,2", "4,2,2", "1,1,0"})
    void guests_declared_on_the_first_room_are_spread_evenly(String total, int first, int second) {
        var stay = rooms(all(total), all("0"))
                .with(telegram -> telegram.basic.grandTotalPaxCount = total)
                .stay();

        assertThat(stay.rooms()).extracting(BookedRoom::adults).containsExactly(first, second);
        assertThat(stay.flags()).containsExactly("pax_split_evenly");
    }

    @Test
    void the_children_are_taken_off_before_spreading() {
        var stay = rooms(
                        room -> {
                            room.roomPaxMaleCount = "4";
                            room.roomChildA70Count = "1";
                        },
                        all("0"))
                .with(telegram -> telegram.basic.grandTotalPaxCount = "5")
                .stay();

        assertThat(stay.rooms()).extracting(BookedRoom::adults).containsExactly(2, 2);
        assertThat(stay.rooms()).extracting(BookedRoom::children).containsExactly(1, 0);
    }

    @Test
    void rooms_that_nobody_counts_share_the_guests_of_the_booking() {
        var stay = rooms(all(""), all(""))
                .with(telegram -> telegram.basic.totalPaxMaleCount = "3")
                .stay();

        assertThat(stay.rooms()).extracting(BookedRoom::adults).containsExactly(2, 1);
    }

    @Test
    void without_any_count_nobody_is_invented() {
        var stay = rooms(all(""), all("")).stay();

        assertThat(stay.rooms()).extracting(BookedRoom::adults).containsExactly(0, 0);
        assertThat(stay.flags()).isEmpty();
    }

    @Test
    void the_only_room_takes_the_guests_of_the_booking_without_a_flag() {
        var stay = rooms(all("0"))
                .with(telegram -> {
                    telegram.basic.grandTotalPaxCount = "3";
                    telegram.basic.totalChildA70Count = "1";
                })
                .stay();

        assertThat(stay.rooms().get(0).adults()).isEqualTo(2);
        assertThat(stay.rooms().get(0).children()).isEqualTo(1);
        assertThat(stay.flags()).isEmpty();
    }

    @Test
    void a_room_of_children_alone_is_no_empty_room() {
        var stay = rooms(all("2"), room -> room.roomChildA70Count = "2")
                .with(telegram -> telegram.basic.grandTotalPaxCount = "4")
                .stay();

        assertThat(stay.rooms()).extracting(BookedRoom::adults).containsExactly(2, 0);
        assertThat(stay.rooms()).extracting(BookedRoom::children).containsExactly(0, 2);
        assertThat(stay.flags()).isEmpty();
    }

    @Test
    void personal_rates_are_charged_for_the_spread_guests() {
        var stay = TelegramDraft.withoutRooms()
                .with(telegram -> {
                    telegram.basic.checkOutDate = "2027-03-06";
                    telegram.basic.grandTotalPaxCount = "3";
                    telegram.rates.roomRateOrPersonalRate = "PersonalRate";
                })
                .row("1", "2027-03-05", all("3"), rate -> rate.perPaxRate = "5000")
                .row("1", "2027-03-05", all("0"), rate -> rate.perPaxRate = "5000")
                .stay();

        assertThat(stay.rooms()).extracting(room -> room.amounts().get(0)).containsExactly(10_000, 5_000);
    }

    @ParameterizedTest
    @CsvSource({"-1", "1000", "many"})
    void a_senseless_count_is_refused(String count) {
        var refusal = rooms(all(count)).refusal();

        assertThat(refusal.code()).isEqualTo(FailureCode.NUMBER_INVALID);
        assertThat(refusal.arguments())
                .containsEntry("field", "PerRoomPaxCount")
                .containsEntry("expected", "0–999");
    }

    @Test
    void the_second_set_of_children_is_named_as_it_is_spelled() {
        var refusal = rooms(room -> room.roomChildB50Count2 = "x").refusal();

        assertThat(refusal.arguments()).containsEntry("field", "RoomChildB50Count2");
    }
}
