package io.toritsugi.telegram;

import static io.toritsugi.telegram.SampleTelegrams.telegram;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameContentTest {

    private final SameContent sameContent = new SameContent(new SafeXml(ReadingLimits.defaults()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<a>1</a>              | <a>1</a>                         | true",
                "<a>1</a>              | <?xml version='1.0'?><R><a>1</a> | true",
                "<a>1</a><b/>          | <a>1</a> <!-- x --> <b></b>      | true",
                "<a>1</a>              | <a> 1 </a>                       | true",
                "<a>1 &lt; 2</a>       | <a><![CDATA[1 < 2]]></a>         | true",
                "<a>12</a>             | <a>1<!-- x -->2</a>              | true",
                "<a>é</a>              | <a>&#233;</a>                    | true",
                "<a b='1' c='2'/>      | <a c='2' b='1'/>                 | true",
                "<a>〜−</a>             | <a>～－</a>                        | true",
                "<Card>**</Card>       | <Card>***</Card>                 | true",
                "<a>1</a>              | <a>2</a>                         | false",
                "<a>1</a>              | <b>1</b>                         | false",
                "<a>1 2</a>            | <a>12</a>                        | false",
                "<a>1</a>              | <a>1</a><a>1</a>                 | false",
                "<a>1</a><b>2</b>      | <b>2</b><a>1</a>                 | false",
                "<a b='1'/>            | <a b='2'/>                       | false",
                "<a/>                  | <a b=''/>                        | false",
                "<a><b/></a>           | <a/><b/>                         | false",
                "<a>ｱ</a>              | <a>ア</a>                         | false",
                "<a>0</a>              | <a/>                             | false",
            })
    void content_is_compared_and_not_its_spelling(String first, String second, boolean same) {
        var a = root(first).getBytes(StandardCharsets.UTF_8);
        var b = root(second).getBytes(StandardCharsets.UTF_8);

        assertThat(sameContent.same(a, "UTF-8", b, "UTF-8")).isEqualTo(same);
        assertThat(sameContent.same(b, "UTF-8", a, "UTF-8")).isEqualTo(same);
    }

    @Test
    void the_same_telegram_in_another_encoding_and_with_a_mark_is_the_same() {
        var document = telegram("1", "髙橋 ①〜");
        var shiftJis = document.replace("UTF-8", "Shift_JIS").replace('〜', '～');

        assertThat(sameContent.same(
                        ("\uFEFF" + document).getBytes(StandardCharsets.UTF_8),
                        "UTF-8",
                        shiftJis.getBytes(Charset.forName("windows-31j")),
                        "windows-31j"))
                .isTrue();
        assertThat(sameContent.same(
                        document.getBytes(StandardCharsets.UTF_16LE),
                        "UTF-16LE",
                        document.getBytes(StandardCharsets.UTF_8),
                        "UTF-8"))
                .isTrue();
    }

    @Test
    void a_sample_and_the_same_inside_an_answer_are_the_same() {
        var answer = Delivered.of(SampleTelegrams.bytes("02_bookinginfo_one_escaped"));

        assertThat(sameContent.same(
                        answer.bytes(1), "UTF-8", SampleTelegrams.bytes("12_new_rakuten_seisan_fuyo"), "UTF-8"))
                .isTrue();
        assertThat(sameContent.same(answer.bytes(1), "UTF-8", SampleTelegrams.bytes("22_cancel_rakuten"), "UTF-8"))
                .isFalse();
    }

    @Test
    void what_cannot_be_read_is_the_same_only_byte_for_byte() {
        var broken = "<AllotmentBookingReport><a>".getBytes(StandardCharsets.UTF_8);
        var other = "<AllotmentBookingReport> <a>".getBytes(StandardCharsets.UTF_8);

        assertThat(sameContent.same(broken, "UTF-8", broken.clone(), "UTF-8")).isTrue();
        assertThat(sameContent.same(broken, "UTF-8", other, "UTF-8")).isFalse();
    }

    /** A second document may bring its own declaration and root. */
    private static String root(String content) {
        return content.startsWith("<?xml")
                ? content.replace("<R>", "<AllotmentBookingReport>\n") + "</AllotmentBookingReport>\n"
                : "<AllotmentBookingReport>" + content + "</AllotmentBookingReport>";
    }
}
