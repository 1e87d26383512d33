package io.toritsugi.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.telegram.TelegramKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Telegrams 10 to 23 against expected.json, in all that the translation alone decides. */
class SampleTelegramsTest {

    private static JsonNode telegrams;
    private final BookingTranslator translator = new BookingTranslator(new ChannelDirectory(new KnownChannels(null)));

    @BeforeAll
    static void readExpectations() throws IOException {
        telegrams =
                new ObjectMapper().readTree(SampleReader.bytes("expected.json")).get("telegrams");
    }

    static Stream<String> samples() throws IOException {
        var names = new ArrayList<String>();
        new ObjectMapper()
                .readTree(SampleReader.bytes("expected.json"))
                .get("telegrams")
                .fieldNames()
                .forEachRemaining(names::add);
        return names.stream();
    }

    @Test
    void all_fourteen_samples_are_compared() throws IOException {
        assertThat(samples()).hasSize(14);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_has_the_keys_and_the_kind_that_are_expected(String name) {
        var expected = telegrams.get(name);

        var booking = translator.translate(SampleReader.sample(name));

        assertThat(booking.dataId()).isEqualTo(expected.get("data_id").asText());
        assertThat(booking.bookingNumber())
                .isEqualTo(expected.get("booking_number").asText());
        assertThat(booking.channel())
                .isEqualTo(new Channel(
                        expected.get("channel").asText(),
                        expected.get("channel").asText()));
        assertThat(booking.kind())
                .isEqualTo(TelegramKind.ofClassification(
                        expected.get("data_classification").asText()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_becomes_the_stay_that_is_expected(String name) {
        var expected = telegrams.get(name);

        var booking = translator.translate(SampleReader.sample(name));

        if (booking.kind() == TelegramKind.CANCELLATION) {
            assertThat(booking.stay()).isNull();
            assertThat(booking.cancellationCharge())
                    .isEqualTo(expected.get("cancellation_charge").asLong());
            return;
        }
        assertThat(booking.cancellationCharge()).isNull();
        if (expected.get("status").isNull()) {
            assertThat(booking.stay().rooms()).extracting(BookedRoom::code).containsExactly("9999");
            assertThat(booking.stay().rooms()).extracting(BookedRoom::name).containsExactly("スイート（新設）");
            return;
        }
        assertStay(booking.stay(), expected);
    }

    private static void assertStay(BookedStay stay, JsonNode expected) {
        assertThat(stay.checkIn())
                .isEqualTo(LocalDate.parse(expected.get("check_in").asText()));
        assertThat(stay.checkOut())
                .isEqualTo(LocalDate.parse(expected.get("check_out").asText()));
        assertThat(stay.roomTotal()).isEqualTo(expected.get("room_total").asLong());
        assertThat(stay.optionsTotal()).isEqualTo(expected.get("options_total").asLong());
        assertThat(stay.headerTotal()).isEqualTo(expected.get("header_total").asLong());
        assertThat(stay.discountTotal())
                .isEqualTo(expected.get("discount_total").asLong());
        assertThat(stay.settlement().spelling())
                .isEqualTo(expected.get("settlement").asText());
        assertThat(stay.dueOnSite()).isEqualTo(expected.get("due_on_site").asLong());
        assertThat(stay.guest())
                .isEqualTo(new GuestName(
                        expected.get("guest_name").asText(),
                        expected.get("guest_kana").asText()));
        assertThat(stay.flags()).containsExactlyElementsOf(flagsOfTranslation(expected));
        assertThat(stay.rooms()).hasSize(expected.get("rooms").size());
        for (int room = 0; room < stay.rooms().size(); room++) {
            assertRoom(stay.rooms().get(room), expected.get("rooms").get(room));
        }
    }

    private static void assertRoom(BookedRoom room, JsonNode expected) {
        assertThat(room.code()).isEqualTo(expected.get("code").asText());
        assertThat(room.adults()).isEqualTo(expected.get("adults").asInt());
        assertThat(room.children()).isEqualTo(expected.get("children").asInt());
        assertThat(room.amounts()).hasSize(expected.get("nights").size());
        for (int night = 0; night < room.amounts().size(); night++) {
            var priced = expected.get("nights").get(night);
            assertThat(room.firstNight().plusDays(night))
                    .isEqualTo(LocalDate.parse(priced.get("date").asText()));
            assertThat(room.amounts().get(night)).isEqualTo(priced.get("amount").asInt());
        }
    }

    /** What a change did to a reservation is known only where the reservation is. */
    private static List<String> flagsOfTranslation(JsonNode expected) {
        var flags = new ArrayList<String>();
        expected.get("flags").forEach(flag -> flags.add(flag.asText()));
        flags.removeIf(flag -> flag.startsWith("night_released:") || flag.startsWith("room_type_changed:"));
        return flags;
    }
}
