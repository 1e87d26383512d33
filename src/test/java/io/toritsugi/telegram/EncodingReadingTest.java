package io.toritsugi.telegram;

import static io.toritsugi.telegram.SampleTelegrams.telegram;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingReadingTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    /** Characters that only the vendor's table has, and a second byte that looks like a backslash. */
    private static final String NAME = "①㈱髙﨑 ソ表ﾐﾎﾝ ～";

    @ParameterizedTest
    @ValueSource(strings = {"Shift_JIS", "shift_jis", "Windows-31J", "MS932", "x-sjis", "SJIS", "CP932"})
    void every_name_of_shift_jis_is_read_with_the_vendors_characters(String declared) {
        var document = inCompany(NAME).replace("UTF-8", declared);
        var bytes = document.getBytes(WINDOWS_31J);

        var delivered = Delivered.of(bytes);

        assertThat(delivered.codes()).containsExactly("ok");
        assertThat(delivered.line(1).encoding()).isEqualTo("windows-31j");
        assertThat(delivered.line(1).keys().company()).isEqualTo(NAME);
        assertThat(delivered.bytes(1)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-16LE, true",
        "UTF-16LE, false",
        "UTF-16BE, true",
        "UTF-16BE, false",
        "UTF-32LE, true",
        "UTF-32BE, false",
        "UTF-8, true",
        "UTF-8, false"
    })
    void unicode_is_recognised_by_its_mark_and_without(String charset, boolean mark) {
        var document = (mark ? "\uFEFF" : "") + inCompany(NAME).replace("UTF-8", charset);
        var bytes = document.getBytes(Charset.forName(charset));

        var delivered = Delivered.of(bytes);

        assertThat(delivered.codes()).containsExactly("ok");
        assertThat(delivered.line(1).encoding()).isEqualTo(charset);
        assertThat(delivered.line(1).keys().company()).isEqualTo(NAME);
        assertThat(delivered.bytes(1)).isEqualTo(bytes);
    }

    @Test
    void utf_16_that_is_declared_nowhere_is_recognised() {
        var document = undeclared(NAME);

        assertThat(Delivered.of(document.getBytes(StandardCharsets.UTF_16LE))
                        .line(1)
                        .keys()
                        .company())
                .isEqualTo(NAME);
    }

    @Test
    void the_content_type_tells_the_encoding_of_what_declares_none() {
        var delivered = Delivered.of(undeclared(NAME).getBytes(WINDOWS_31J), "Shift_JIS");

        assertThat(delivered.line(1).encoding()).isEqualTo("windows-31j");
        assertThat(delivered.line(1).keys().company()).isEqualTo(NAME);
    }

    @Test
    void what_declares_nothing_is_utf_8() {
        assertThat(Delivered.of(undeclared(NAME)).line(1).keys().company()).isEqualTo(NAME);
    }

    @ParameterizedTest
    @CsvSource({
        // the declaration, the header, what the bytes really are
        "Shift_JIS, UTF-8, windows-31j",
        "Shift_JIS, UTF-8, UTF-8",
        "UTF-8, Shift_JIS, UTF-8",
        "UTF-8, Shift_JIS, windows-31j",
        "UTF-8, ISO-8859-1, UTF-8",
        "UTF-16, , UTF-8",
        "Shift_JIS, ISO-8859-1x, windows-31j"
    })
    void where_the_names_contradict_the_bytes_decide(String declared, String header, String real) {
        var document = inCompany(NAME).replace("UTF-8", declared);

        var delivered = Delivered.of(document.getBytes(Charset.forName(real)), header);

        assertThat(delivered.line(1).encoding()).isEqualTo(real);
        assertThat(delivered.line(1).keys().company()).isEqualTo(NAME);
    }

    @Test
    void a_latin_charset_that_a_library_put_into_the_header_does_not_spoil_utf_8() {
        assertThat(Delivered.of(undeclared(NAME).getBytes(StandardCharsets.UTF_8), "ISO-8859-1")
                        .line(1)
                        .keys()
                        .company())
                .isEqualTo(NAME);
    }

    @Test
    void bytes_that_spell_no_character_are_a_failure_and_never_replaced() {
        var bytes = inCompany("髙橋").getBytes(WINDOWS_31J);

        var delivered = Delivered.of(bytes);

        assertThat(delivered.codes()).containsExactly("parse.encoding");
        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.UNREADABLE);
        assertThat(delivered.bytes(1)).isEqualTo(bytes);
    }

    @Test
    void an_encoding_that_we_do_not_read_is_named() {
        var delivered = Delivered.of(inCompany("x").replace("UTF-8", "IBM1047"));

        assertThat(delivered.codes()).containsExactly("parse.encoding");
        assertThat(delivered.line(1).failure().arguments()).containsEntry("found", "IBM1047");
    }

    @Test
    void a_document_cut_inside_a_character_is_cut_off() {
        var bytes = "<AllotmentBookingReport><A>鈴".getBytes(StandardCharsets.UTF_8);

        var delivered = Delivered.of(Arrays.copyOf(bytes, bytes.length - 1));

        assertThat(delivered.codes()).containsExactly("parse.cut_off");
    }

    private static String inCompany(String name) {
        return telegram("1", "x").replace("じゃらんnet", name);
    }

    private static String undeclared(String name) {
        return inCompany(name).replaceFirst("<\\?xml[^>]*>\\s*", "");
    }
}
