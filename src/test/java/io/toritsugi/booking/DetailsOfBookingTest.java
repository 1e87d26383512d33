package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.telegram.model.QuestionAndAnswer;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class DetailsOfBookingTest {

    private static Map<String, Object> detailsOf(String sample) {
        return new BookingTranslator(new ChannelDirectory(new KnownChannels(null)))
                .translate(SampleReader.sample(sample))
                .stay()
                .details()
                .values();
    }

    @Test
    void names_booker_and_contact_are_kept_as_sent() {
        var details = detailsOf("11_new_jalan_personalrate_points");

        assertThat(details).containsEntry("names", Map.of("kanji", "見本　一郎", "singleByte", "ﾐﾎﾝ ｲﾁﾛｳ"));
        assertThat(details.get("booker"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("phone", "00-0000-0000")
                .containsEntry("gender", "0");
        assertThat(details.get("contact"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("email", "jl-guest@example.com");
        assertThat(details).containsEntry("bookedOn", "2027-01-11").containsEntry("checkInTime", "16:00");
    }

    @Test
    void discounts_and_options_are_listed() {
        assertThat(detailsOf("11_new_jalan_personalrate_points").get("discounts"))
                .isEqualTo(List.of(
                        Map.of("division", "2", "name", "サンプルポイント利用", "amount", 1_200L),
                        Map.of("name", "見本クーポン", "amount", 3_000L),
                        Map.of("division", "1", "name", "補助金", "amount", 0L)));
        assertThat(detailsOf("15_new_tour_mixed_rooms_options").get("options"))
                .asList()
                .hasSize(3)
                .first()
                .isEqualTo(Map.of(
                        "date",
                        "2027-04-17",
                        "code",
                        "OP01",
                        "name",
                        "夕食グレードアップ",
                        "count",
                        3L,
                        "rate",
                        2_200L,
                        "amount",
                        6_600L));
    }

    @Test
    void group_codes_travel_with_the_room_and_the_plan() {
        var stay = new BookingTranslator(new ChannelDirectory(new KnownChannels(null)))
                .translate(SampleReader.sample("15_new_tour_mixed_rooms_options"))
                .stay();

        assertThat(stay.rooms()).extracting(BookedRoom::groupCode).containsExactly("2", "1");
        assertThat(stay.details().values().get("plan"))
                .isEqualTo(Map.of("packageType", "Package", "groupCodes", List.of("11")));
    }

    @Test
    void questions_are_read_in_either_spelling() {
        var first = new QuestionAndAnswer();
        first.fromHotelQuestion = "夕食の時間は？";
        first.toHotelAnswer = "19時";
        var second = new QuestionAndAnswer();
        second.question = "お車ですか？";
        var stay = TelegramDraft.twoNights()
                .with(telegram ->
                        telegram.basic.questionsAndAnswers.addAll(List.of(first, second, new QuestionAndAnswer())))
                .stay();

        assertThat(stay.details().values().get("questions"))
                .isEqualTo(List.of(Map.of("question", "夕食の時間は？", "answer", "19時"), Map.of("question", "お車ですか？")));
    }

    @Test
    void nothing_empty_is_kept_and_all_of_it_is_json() throws Exception {
        var json = new ObjectMapper()
                .writeValueAsString(TelegramDraft.twoNights().stay().details().values());

        assertThat(json)
                .isEqualTo("{\"names\":{\"singleByte\":\"TARO MIHON\"},\"rates\":{\"kind\":\"RoomRate\"},"
                        + "\"sender\":{\"company\":\"Booking.com\"}}");
    }
}
