package io.toritsugi.telegram;

import static io.toritsugi.telegram.SampleTelegrams.answer;
import static io.toritsugi.telegram.SampleTelegrams.cdata;
import static io.toritsugi.telegram.SampleTelegrams.escaped;
import static io.toritsugi.telegram.SampleTelegrams.list;
import static io.toritsugi.telegram.SampleTelegrams.succeeded;
import static io.toritsugi.telegram.SampleTelegrams.success;
import static io.toritsugi.telegram.SampleTelegrams.telegram;
import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.FailureCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReadingTest {

    @Test
    void an_unsuccessful_answer_is_unreadable_and_names_the_reason() {
        var delivered = Delivered.of(SampleTelegrams.bytes("04_bookinginfo_failure_rate_limit"));

        assertRefused(delivered, FailureCode.PARSE_ANSWER_FAILED);
        assertThat(delivered.summary().failure().arguments()).containsEntry("failureReason", "E013");
        assertThat(delivered.bytes(1)).isEqualTo(SampleTelegrams.bytes("04_bookinginfo_failure_rate_limit"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "05_outputcomplete_success",
                "06_outputcomplete_failure",
                "07_netstocksearch_response",
                "08_netstockbulkadjust_success",
                "09_netstockbulkadjust_failure"
            })
    void an_answer_of_another_service_is_unreadable(String sample) {
        assertRefused(Delivered.of(SampleTelegrams.bytes(sample)), FailureCode.PARSE_OTHER_SERVICE);
    }

    @Test
    void a_request_is_not_an_answer() {
        var request = answer("").replace("executeResponse", "execute");

        assertRefused(Delivered.of(request), FailureCode.PARSE_OTHER_SERVICE);
    }

    @Test
    void a_soap_fault_is_an_unsuccessful_answer() {
        var fault = "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body><S:Fault>"
                + "<faultcode>S:Server</faultcode><faultstring>見本</faultstring></S:Fault></S:Body></S:Envelope>";

        var delivered = Delivered.of(fault);

        assertRefused(delivered, FailureCode.PARSE_ANSWER_FAILED);
        assertThat(delivered.summary().failure().arguments()).containsEntry("failureReason", "S:Server");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<commonResponse/>",
                "<commonResponse><isSuccess/></commonResponse>",
                "<commonResponse><isSuccess>TRUE</isSuccess></commonResponse>",
                "<commonResponse><isSuccess> true</isSuccess></commonResponse>",
                "<commonResponse><isSuccess>1</isSuccess></commonResponse>",
                "<isSuccess>true</isSuccess>"
            })
    void nothing_but_true_is_success(String response) {
        var delivered = Delivered.of(answer(response + list(escaped(telegram("1", "x")))));

        assertRefused(delivered, FailureCode.PARSE_ANSWER_FAILED);
    }

    @Test
    void nothing_found_is_an_unsuccessful_answer_like_others() {
        var delivered = Delivered.of(answer("<commonResponse><failureReason>E613</failureReason>"
                + "<isSuccess>false</isSuccess></commonResponse>"));

        assertRefused(delivered, FailureCode.PARSE_ANSWER_FAILED);
        assertThat(delivered.summary().failure().arguments()).containsEntry("failureReason", "E613");
    }

    @Test
    void the_order_of_the_sections_does_not_matter() {
        var delivered = Delivered.of(answer(list(escaped(telegram("1", "x")))
                + "<configurationSettings><outputId>SMP1</outputId></configurationSettings>"
                + list(cdata(telegram("2", "y")))
                + success()));

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.ANSWER);
        assertThat(delivered.summary().outputId()).isEqualTo("SMP1");
        assertThat(delivered.codes()).containsExactly("ok", "ok");
    }

    @Test
    void a_failure_that_is_said_last_hands_out_no_telegram() {
        var body = answer(
                list(escaped(telegram("1", "x"))) + "<commonResponse><isSuccess>false</isSuccess></commonResponse>");

        var delivered = Delivered.of(body);

        assertRefused(delivered, FailureCode.PARSE_ANSWER_FAILED);
        assertThat(delivered.text(1)).isEqualTo(body);
    }

    @Test
    void prefixes_and_a_missing_namespace_do_not_matter() {
        var body = "<Envelope><Body><executeResponse><return>" + success() + list(escaped(telegram("1", "x")))
                + "</return></executeResponse></Body></Envelope>";

        assertThat(Delivered.of(body).codes()).containsExactly("ok");
    }

    @Test
    void an_unreadable_telegram_is_one_line_and_its_neighbours_stand() {
        var delivered = Delivered.of(succeeded(
                list(cdata(telegram("1", "x"))),
                list(""),
                list("no XML at all"),
                list(cdata("<html><body/></html>")),
                list(escaped("<!DOCTYPE a [<!ENTITY b 'c'>]><AllotmentBookingReport>&b;</AllotmentBookingReport>")),
                list(cdata("<AllotmentBookingReport><TransactionType><DataID>7")),
                list(cdata("<AllotmentBookingReport><A></B></AllotmentBookingReport>")),
                list(cdata(telegram("8", "y")))));

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.ANSWER);
        assertThat(delivered.codes())
                .containsExactly(
                        "ok",
                        "parse.empty",
                        "parse.not_xml",
                        "parse.wrong_root",
                        "parse.doctype",
                        "parse.cut_off",
                        "parse.not_xml",
                        "ok");
        assertThat(delivered.text(3)).isEqualTo("no XML at all");
        assertThat(delivered.text(6)).isEqualTo("<AllotmentBookingReport><TransactionType><DataID>7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u0000", "&", "&nbsp;", "&#1;", "]]&gt; & <br>"})
    void what_breaks_the_answer_inside_one_telegram_costs_only_that_telegram(String damage) {
        var damaged = escaped(telegram("2", "")) + damage;
        var delivered = Delivered.of(succeeded(
                list(escaped(telegram("1", "x"))),
                list(damaged),
                list(escaped(telegram("3", "y"))),
                list(damaged),
                list(cdata(telegram("5", "z")))));

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.ANSWER);
        assertThat(delivered.codes()).hasSize(5);
        assertThat(delivered.telegrams())
                .extracting(line -> line.keys() == null ? null : line.keys().dataId())
                .containsExactly("1", null, "3", null, "5");
        assertThat(delivered.text(2)).isEqualTo(damaged);
        assertThat(delivered.text(4)).isEqualTo(damaged);
    }

    @Test
    void bytes_that_spell_no_character_cost_only_their_telegram_and_are_kept() throws Exception {
        var body = new ByteArrayOutputStream();
        var parts = succeeded(list(cdata(telegram("1", "x"))), list("HERE"), list(cdata(telegram("3", "鈴木"))))
                .split("HERE");
        body.write(parts[0].getBytes(StandardCharsets.UTF_8));
        var shiftJis = cdata(telegram("2", "髙橋")).getBytes(Charset.forName("windows-31j"));
        body.write(shiftJis);
        body.write(parts[1].getBytes(StandardCharsets.UTF_8));

        var delivered = Delivered.of(body.toByteArray());

        assertThat(delivered.codes()).containsExactly("ok", "parse.encoding", "ok");
        assertThat(delivered.bytes(2)).isEqualTo(shiftJis);
        assertThat(delivered.text(3)).contains("鈴木");
    }

    @Test
    void a_telegram_of_elements_instead_of_text_is_read_as_well() {
        var document = telegram("2", "x").replaceFirst("<\\?xml[^>]*>\\s*", "");

        var delivered = Delivered.of(
                succeeded(list(cdata(telegram("1", "x"))), list(document), list(cdata(telegram("3", "y")))));

        assertThat(delivered.telegrams())
                .extracting(line -> line.keys().dataId())
                .containsExactly("1", "2", "3");
        assertThat(delivered.text(2)).isEqualTo(document);
    }

    @Test
    void of_an_answer_that_breaks_off_the_complete_stands_and_the_rest_is_one_line() {
        var body = succeeded(
                list(cdata(telegram("1", "鈴木"))), list(cdata(telegram("2", "y"))), list(cdata(telegram("3", "z"))));
        var cut = body.substring(0, body.indexOf("<DataID>3") + 4);

        var delivered = Delivered.of(cut);

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.ANSWER);
        assertThat(delivered.summary().lines()).isEqualTo(3);
        assertThat(delivered.codes()).containsExactly("ok", "ok", "parse.remainder");
        assertThat(delivered.text(3)).isEqualTo(cut.substring(cut.lastIndexOf("<infoTravelXML>")));
        assertThat(delivered.line(3).failure().arguments()).containsEntry("found", "parse.cut_off");
    }

    @Test
    void an_answer_that_breaks_off_behind_its_last_telegram_still_says_so() {
        var body = succeeded(list(cdata(telegram("1", "x"))));

        var delivered = Delivered.of(body.substring(0, body.length() - 5));

        assertThat(delivered.codes()).containsExactly("ok", "parse.remainder");
        assertThat(delivered.text(2)).startsWith("</bookingInfoList></return>");
    }

    @Test
    void an_answer_that_breaks_off_in_its_head_is_unreadable() {
        var body = succeeded(list(cdata(telegram("1", "x"))));

        var delivered = Delivered.of(body.substring(0, body.indexOf("<bookingInfoList>") + 5));

        assertRefused(delivered, FailureCode.PARSE_CUT_OFF);
    }

    @Test
    void an_answer_that_breaks_off_before_it_says_that_it_succeeded_is_unreadable() {
        var body = answer(list(cdata(telegram("1", "x"))) + success());

        assertRefused(
                Delivered.of(body.substring(0, body.indexOf("<commonResponse>") + 20)), FailureCode.PARSE_CUT_OFF);
    }

    @Test
    void a_doctype_before_an_answer_is_refused() {
        var body = "<!DOCTYPE S:Envelope SYSTEM \"file:///etc/passwd\">" + succeeded();

        assertRefused(Delivered.of(body), FailureCode.PARSE_DOCTYPE);
    }

    @Test
    void an_answer_in_shift_jis_gives_telegrams_in_utf_8() {
        var document = telegram("1", "髙橋 ① ㈱");
        var body = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + succeeded(list(cdata(document)));

        var delivered = Delivered.of(body.getBytes(Charset.forName("windows-31j")));

        assertThat(delivered.codes()).containsExactly("ok");
        assertThat(delivered.line(1).encoding()).isEqualTo("UTF-8");
        assertThat(delivered.text(1)).isEqualTo(document);
    }

    @Test
    void an_answer_in_utf_16_is_read_on_behind_a_damaged_telegram() {
        var body = succeeded(
                list(cdata(telegram("1", "x"))), list("鈴木\u0001" + escaped("<a>")), list(cdata(telegram("3", "y"))));

        var delivered = Delivered.of(("\uFEFF" + body).getBytes(StandardCharsets.UTF_16LE));

        assertThat(delivered.codes()).containsExactly("ok", "parse.illegal_character", "ok");
        assertThat(delivered.line(2).encoding()).isEqualTo("UTF-16LE");
        assertThat(delivered.text(2)).isEqualTo("鈴木\u0001&lt;a&gt;");
    }

    private static void assertRefused(Delivered delivered, FailureCode code) {
        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.UNREADABLE);
        assertThat(delivered.summary().failure()).isNotNull();
        assertThat(delivered.summary().failure().code()).isEqualTo(code);
        assertThat(delivered.summary().lines()).isEqualTo(1);
        assertThat(delivered.telegrams()).hasSize(1);
        assertThat(delivered.line(1).failure()).isEqualTo(delivered.summary().failure());
        assertThat(delivered.line(1).keys()).isNull();
        assertThat(delivered.line(1).bytes().size())
                .isEqualTo(delivered.summary().bytes());
    }
}
