package io.toritsugi.telegram;

import static io.toritsugi.telegram.SampleTelegrams.telegram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramSkimTest {

    private final TelegramSkim skim = new TelegramSkim(new SafeXml(ReadingLimits.defaults()));

    @Test
    void leading_zeros_and_capitals_of_keys_count() {
        var keys = skim(telegram("0012-A", "x"));

        assertThat(keys.dataId()).isEqualTo("0012-A");
        assertThat(keys.officeCode()).isEqualTo("066");
        assertThat(keys.bookingNumber()).isEqualTo("0XSMPL11");
        assertThat(keys.kind()).isEqualTo(TelegramKind.NEW);
    }

    @Test
    void empty_and_missing_keys_are_null_and_no_failure() {
        assertThat(skim("<AllotmentBookingReport><TransactionType><DataID> \n </DataID><SystemTime>10:00</SystemTime>"
                        + "</TransactionType><SalesOfficeInformation/></AllotmentBookingReport>"))
                .isEqualTo(new TelegramKeys(null, null, null, null, null, null));
    }

    @Test
    void keys_are_read_through_cdata_comments_and_references() {
        assertThat(skim("<AllotmentBookingReport><TransactionType><DataID> <![CDATA[1]]>2<!-- 9 -->&#51;&amp;</DataID>"
                                + "</TransactionType></AllotmentBookingReport>")
                        .dataId())
                .isEqualTo("123&");
    }

    @Test
    void the_order_of_sections_does_not_matter_and_other_sections_are_not_mistaken() {
        var keys = skim("<AllotmentBookingReport>"
                + "<Other><DataID>no</DataID><Deeper><TransactionType><DataID>no</DataID></TransactionType></Deeper></Other>"
                + "<BasicInformation><TravelAgencyBookingNumber>B1</TravelAgencyBookingNumber></BasicInformation>"
                + "<SalesOfficeInformation><SalesOfficeCode>1</SalesOfficeCode></SalesOfficeInformation>"
                + "<TransactionType><Inner><DataID>no</DataID></Inner><DataID>yes</DataID></TransactionType>"
                + "</AllotmentBookingReport>");

        assertThat(keys.dataId()).isEqualTo("yes");
        assertThat(keys.bookingNumber()).isEqualTo("B1");
        assertThat(keys.officeCode()).isEqualTo("1");
    }

    @Test
    void of_a_key_that_is_there_twice_the_first_counts() {
        assertThat(skim(telegram("1</DataID><DataID>2", "x")).dataId()).isEqualTo("1");
    }

    @Test
    void prefixes_do_not_matter() {
        assertThat(skim("<t:AllotmentBookingReport xmlns:t='urn:x'><t:TransactionType><t:DataID>7</t:DataID>"
                                + "</t:TransactionType></t:AllotmentBookingReport>")
                        .dataId())
                .isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-10, 09:12:41, 2027-01-10T09:12:41",
        "2027-01-10, 09:12, 2027-01-10T09:12:00",
        "2027-01-10, , 2027-01-10T00:00:00",
        ", 09:12, ",
        "2027-02-30, 09:12, ",
        "20270110, 09:12, ",
        "2027-01-10, 9:12, ",
        "2027-01-10, 24:00, ",
        "2027-01-10, ab:cd, ",
        "２０２７-01-10, 09:12, "
    })
    void the_time_of_sending_is_a_local_time_or_nothing(String date, String time, LocalDateTime sentAt) {
        assertThat(SentAt.of(date, time)).isEqualTo(sentAt);
    }

    @Test
    void damage_behind_the_keys_is_not_seen() {
        var whole = telegram("1", "x");

        assertThat(skim(whole.substring(0, whole.indexOf("<SpecialServiceRequest>")) + "<<<\u0001&")
                        .dataId())
                .isEqualTo("1");
    }

    @Test
    void a_telegram_cut_before_its_last_key_is_cut_off() {
        var whole = telegram("1", "x");

        assertFails(whole.substring(0, whole.indexOf("0XSMPL11")), FailureCode.PARSE_CUT_OFF);
    }

    @Test
    void a_key_that_no_index_could_hold_is_beyond_the_limit() {
        assertFails(telegram("9".repeat(257), "x"), FailureCode.PARSE_LIMIT);
        assertThat(skim(telegram("9".repeat(256), "x")).dataId()).hasSize(256);
    }

    @Test
    void a_failure_names_the_place_and_nothing_of_the_text() {
        assertThatThrownBy(() -> skim("<AllotmentBookingReport>\n<GuestName>見本\u0001太郎"))
                .isInstanceOfSatisfying(TelegramFailedException.class, failed -> {
                    assertThat(failed.failure().code()).isEqualTo(FailureCode.PARSE_ILLEGAL_CHARACTER);
                    assertThat(failed.failure().stage()).isEqualTo("skim");
                    assertThat(failed.failure().arguments())
                            .containsEntry("line", "2")
                            .containsEntry("found", "U+0001");
                    assertThat(failed.failure().arguments().toString()).doesNotContain("見本", "太郎");
                });
    }

    private TelegramKeys skim(String document) {
        return skim.skim(document.getBytes(StandardCharsets.UTF_8), "UTF-8");
    }

    private void assertFails(String document, FailureCode code) {
        assertThatThrownBy(() -> skim(document))
                .isInstanceOfSatisfying(
                        TelegramFailedException.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo(code));
    }
}
