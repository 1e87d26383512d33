package io.toritsugi.telegram;

import static io.toritsugi.telegram.SampleTelegrams.cdata;
import static io.toritsugi.telegram.SampleTelegrams.escaped;
import static io.toritsugi.telegram.SampleTelegrams.list;
import static io.toritsugi.telegram.SampleTelegrams.succeeded;
import static io.toritsugi.telegram.SampleTelegrams.telegram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.toritsugi.failure.FailureCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class DeliveryReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10_new_booking_roomrate",
                "11_new_jalan_personalrate_points",
                "12_new_rakuten_seisan_fuyo",
                "13_new_jalan_children",
                "14_new_agoda_multiroom",
                "15_new_tour_mixed_rooms_options",
                "16_new_expedia_19_nights",
                "17_new_group_20_guests_10_rooms",
                "18_new_ikyu_unknown_room_type",
                "19_new_missing_checkout_date",
                "20_modify_jalan_shortened",
                "21_modify_booking_room_type",
                "22_cancel_rakuten",
                "23_cancel_agoda_with_charge"
            })
    void a_bare_sample_is_one_telegram_with_all_its_bytes(String sample) {
        var bytes = SampleTelegrams.bytes(sample);

        var delivered = Delivered.of(bytes);

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.TELEGRAM);
        assertThat(delivered.summary().lines()).isEqualTo(1);
        assertThat(delivered.summary().bytes()).isEqualTo(bytes.length);
        assertThat(delivered.summary().sha256()).isEqualTo(Sha256.of(bytes));
        assertThat(delivered.codes()).containsExactly("ok");
        assertThat(delivered.bytes(1)).isEqualTo(bytes);
        assertThat(delivered.line(1).bytes().sha256()).isEqualTo(Sha256.of(bytes));
        assertThat(delivered.line(1).encoding()).isEqualTo("UTF-8");
        var keys = delivered.line(1).keys();
        assertThat(keys).isNotNull();
        assertThat(keys.dataId()).isNotNull();
        assertThat(keys.bookingNumber()).isNotNull();
        assertThat(keys.company()).isNotNull();
        assertThat(keys.kind()).isNotNull();
        assertThat(keys.sentAt()).isNotNull();
    }

    @Test
    void the_keys_of_a_telegram_are_those_that_it_states() {
        var keys = Delivered.of(SampleTelegrams.bytes("10_new_booking_roomrate"))
                .line(1)
                .keys();

        assertThat(keys)
                .isEqualTo(new TelegramKeys(
                        "20270110000000101",
                        "NewBookReport",
                        "Booking.com",
                        "30",
                        "9900000110",
                        LocalDateTime.of(2027, 1, 10, 9, 12, 41)));
    }

    @Test
    void an_empty_answer_has_no_lines_and_nothing_to_confirm() {
        var delivered = Delivered.of(SampleTelegrams.bytes("01_bookinginfo_empty"));

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.ANSWER);
        assertThat(delivered.summary().lines()).isZero();
        assertThat(delivered.summary().outputId()).isNull();
        assertThat(delivered.summary().failure()).isNull();
        assertThat(delivered.telegrams()).isEmpty();
    }

    @Test
    void an_escaped_telegram_is_stored_exactly_as_the_bare_one() {
        var delivered = Delivered.of(SampleTelegrams.bytes("02_bookinginfo_one_escaped"));

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.ANSWER);
        assertThat(delivered.summary().outputId()).isEqualTo("SMP0000000201");
        assertThat(delivered.codes()).containsExactly("ok");
        assertThat(delivered.bytes(1)).isEqualTo(SampleTelegrams.bytes("12_new_rakuten_seisan_fuyo"));
        assertThat(delivered.line(1).bytes().sha256())
                .isEqualTo(Sha256.of(SampleTelegrams.bytes("12_new_rakuten_seisan_fuyo")));
    }

    @Test
    void the_telegrams_of_an_answer_come_in_document_order() {
        var delivered = Delivered.of(SampleTelegrams.bytes("03_bookinginfo_many_cdata"));

        assertThat(delivered.summary().outputId()).isEqualTo("SMP0000000301");
        assertThat(delivered.summary().lines()).isEqualTo(5);
        assertThat(delivered.telegrams()).extracting(ReadTelegram::line).containsExactly(1, 2, 3, 4, 5);
        assertThat(delivered.stored())
                .containsExactly(
                        SampleTelegrams.bytes("10_new_booking_roomrate"),
                        SampleTelegrams.bytes("18_new_ikyu_unknown_room_type"),
                        SampleTelegrams.bytes("11_new_jalan_personalrate_points"),
                        SampleTelegrams.bytes("21_modify_booking_room_type"),
                        SampleTelegrams.bytes("22_cancel_rakuten"));
    }

    @Test
    void white_space_and_a_byte_order_mark_before_an_inner_telegram_are_left_out() {
        var document = telegram("1", "x");

        var delivered = Delivered.of(succeeded(list("\n \uFEFF\n" + cdata("\uFEFF \n" + document))));

        assertThat(delivered.codes()).containsExactly("ok");
        assertThat(delivered.text(1)).isEqualTo(document);
    }

    @Test
    void one_list_may_hold_several_telegrams() {
        var delivered = Delivered.of(SampleTelegrams.succeeded("<bookingInfoList><infoTravelXML>"
                + escaped(telegram("1", "x"))
                + "</infoTravelXML><infoTravelXML>"
                + cdata(telegram("2", "y"))
                + "</infoTravelXML></bookingInfoList>"));

        assertThat(delivered.telegrams())
                .extracting(line -> line.keys().dataId())
                .containsExactly("1", "2");
    }

    @Test
    void inner_telegrams_are_utf_8_whatever_they_declare() {
        var document = telegram("1", "髙橋 ①").replace("UTF-8", "Shift_JIS");

        var delivered = Delivered.of(succeeded(list(cdata(document))));

        assertThat(delivered.codes()).containsExactly("ok");
        assertThat(delivered.line(1).encoding()).isEqualTo("UTF-8");
        assertThat(delivered.bytes(1)).isEqualTo(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void characters_beyond_the_basic_plane_survive_in_both_spellings() {
        var document = telegram("1", "𠮷野家 😀");

        var delivered = Delivered.of(
                succeeded(list(cdata(document)), list(escaped(document).replace("𠮷", "&#x20BB7;"))));

        assertThat(delivered.text(1)).isEqualTo(document);
        assertThat(delivered.text(2)).isEqualTo(document);
    }

    @Test
    void a_gzipped_telegram_is_read_and_hashed_as_inflated() {
        var bytes = SampleTelegrams.bytes("10_new_booking_roomrate");

        var delivered =
                Delivered.of(ReadingLimits.defaults(), new ByteArrayInputStream(Delivered.gzip(bytes)), true, null);

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.TELEGRAM);
        assertThat(delivered.summary().sha256()).isEqualTo(Sha256.of(bytes));
        assertThat(delivered.bytes(1)).isEqualTo(bytes);
    }

    @Test
    void a_body_that_a_proxy_has_inflated_already_is_read_all_the_same() {
        var bytes = SampleTelegrams.bytes("10_new_booking_roomrate");

        var delivered = Delivered.of(ReadingLimits.defaults(), new ByteArrayInputStream(bytes), true, null);

        assertThat(delivered.bytes(1)).isEqualTo(bytes);
    }

    @Test
    void a_damaged_gzip_is_kept_as_it_came() {
        var compressed = Delivered.gzip(SampleTelegrams.bytes("10_new_booking_roomrate"));
        // The check sum, four bytes before the length that ends it.
        compressed[compressed.length - 6] ^= 0x55;

        var delivered = Delivered.of(ReadingLimits.defaults(), new ByteArrayInputStream(compressed), true, null);

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.UNREADABLE);
        assertThat(delivered.codes()).containsExactly("parse.not_xml");
        assertThat(delivered.bytes(1)).isEqualTo(compressed);
        assertThat(delivered.summary().sha256()).isEqualTo(Sha256.of(compressed));
    }

    @Test
    void a_gzip_that_breaks_off_is_kept_as_it_came() {
        var whole = Delivered.gzip(SampleTelegrams.bytes("10_new_booking_roomrate"));
        var compressed = Arrays.copyOf(whole, whole.length / 2);

        var delivered = Delivered.of(ReadingLimits.defaults(), new ByteArrayInputStream(compressed), true, null);

        assertThat(delivered.codes()).containsExactly("parse.cut_off");
        assertThat(delivered.bytes(1)).isEqualTo(compressed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t ", "\uFEFF", "\uFEFF\n"})
    void a_body_without_content_is_refused(String body) {
        assertThatThrownBy(() -> Delivered.of(body)).isInstanceOf(EmptyDeliveryException.class);
    }

    @Test
    void a_gzip_of_nothing_is_refused_as_empty() {
        assertThatThrownBy(() -> Delivered.of(
                        ReadingLimits.defaults(), new ByteArrayInputStream(Delivered.gzip(new byte[0])), true, null))
                .isInstanceOf(EmptyDeliveryException.class);
    }

    @Test
    void a_bare_telegram_may_be_exactly_as_long_as_the_limit_and_not_one_byte_longer() {
        var longest = telegram("1", "");
        int limit = (int) DataSize.ofMegabytes(2).toBytes();
        longest = longest + " ".repeat(limit - longest.getBytes(StandardCharsets.UTF_8).length);

        assertThat(Delivered.of(longest).codes()).containsExactly("ok");
        var tooLong = longest + " ";
        assertThatThrownBy(() -> Delivered.of(tooLong))
                .isInstanceOfSatisfying(
                        DeliveryTooLargeException.class,
                        refused -> assertThat(refused.limit()).isEqualTo(limit));
    }

    @Test
    void an_answer_beyond_its_limit_is_refused_before_any_line_is_handed_out() {
        var limits = TestLimits.withSizes(DataSize.ofKilobytes(4), DataSize.ofKilobytes(64), DataSize.ofKilobytes(8));
        var body = succeeded(list(escaped(telegram("1", "x"))), " ".repeat(70_000));

        assertThatThrownBy(() -> Delivered.of(
                        limits, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), false, null))
                .isInstanceOf(DeliveryTooLargeException.class);
    }

    @Test
    void an_over_long_telegram_inside_an_answer_is_a_line_of_its_own_and_its_neighbours_stand() {
        var limits = TestLimits.withSizes(DataSize.ofKilobytes(4), DataSize.ofMegabytes(1), DataSize.ofKilobytes(8));
        var overlong = telegram("2", "長い".repeat(5_000));
        var body = succeeded(list(cdata(telegram("1", "x"))), list(escaped(overlong)), list(cdata(telegram("3", "y"))));

        var delivered =
                Delivered.of(limits, new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), false, null);

        assertThat(delivered.codes()).containsExactly("ok", "parse.too_large", "ok");
        assertThat(delivered.text(2)).isEqualTo(overlong);
        assertThat(delivered.line(2).keys()).isNull();
        assertThat(delivered.line(2).bytes().size()).isEqualTo(delivered.bytes(2).length);
        assertThatThrownBy(() -> delivered.line(2).bytes().toByteArray()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_answer_that_waits_in_a_file_is_read_like_one_in_memory() {
        var limits = TestLimits.withSizes(DataSize.ofKilobytes(32), DataSize.ofMegabytes(1), DataSize.ofKilobytes(1));
        var body = SampleTelegrams.bytes("03_bookinginfo_many_cdata");

        var delivered = Delivered.of(limits, new ByteArrayInputStream(body), false, null);

        assertThat(delivered.codes()).containsExactly("ok", "ok", "ok", "ok", "ok");
        assertThat(delivered.bytes(5)).isEqualTo(SampleTelegrams.bytes("22_cancel_rakuten"));
        assertThat(delivered.summary().sha256()).isEqualTo(Sha256.of(body));
    }

    @Test
    void what_the_caller_throws_ends_the_reading_and_is_passed_on() {
        var xml = new SafeXml(ReadingLimits.defaults());
        var reader = new DeliveryReader(xml, new TelegramSkim(xml));
        var thrown = new IllegalStateException("the database is down");

        assertThatThrownBy(() -> reader.read(
                        new ByteArrayInputStream(SampleTelegrams.bytes("03_bookinginfo_many_cdata")),
                        false,
                        null,
                        line -> {
                            throw thrown;
                        }))
                .isSameAs(thrown);
    }

    @Test
    void a_telegram_of_another_root_is_named_in_the_failure() {
        var delivered = Delivered.of("<RmRequest><messageId/></RmRequest>");

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.UNREADABLE);
        assertThat(delivered.summary().failure().code()).isEqualTo(FailureCode.PARSE_WRONG_ROOT);
        assertThat(delivered.summary().failure().arguments())
                .containsEntry("expected", "AllotmentBookingReport")
                .containsEntry("found", "RmRequest");
        assertThat(delivered.text(1)).isEqualTo("<RmRequest><messageId/></RmRequest>");
    }
}
