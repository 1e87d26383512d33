package io.toritsugi.telegram;

import static io.toritsugi.telegram.SampleTelegrams.cdata;
import static io.toritsugi.telegram.SampleTelegrams.escaped;
import static io.toritsugi.telegram.SampleTelegrams.list;
import static io.toritsugi.telegram.SampleTelegrams.succeeded;
import static io.toritsugi.telegram.SampleTelegrams.telegram;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardBlankingTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The names.
                "<CardNumber>4111</CardNumber>              | <CardNumber>****</CardNumber>",
                "<CREDITLimit>4111</CREDITLimit>            | <CREDITLimit>****</CREDITLimit>",
                "<GuestcreditCARDno>41</GuestcreditCARDno>  | <GuestcreditCARDno>**</GuestcreditCARDno>",
                "<ExpireDate>12/27</ExpireDate>             | <ExpireDate>*****</ExpireDate>",
                "<SecurityCode>123</SecurityCode>           | <SecurityCode>***</SecurityCode>",
                "<p:SecurityCode>123</p:SecurityCode>       | <p:SecurityCode>***</p:SecurityCode>",
                "<ExpireDates>1</ExpireDates>               | <ExpireDates>1</ExpireDates>",
                "<XSecurityCode>1</XSecurityCode>           | <XSecurityCode>1</XSecurityCode>",
                "<card:Name>1</card:Name>                   | <card:Name>1</card:Name>",
                "<Car>1</Car><d>2</d>                       | <Car>1</Car><d>2</d>",
                "<a>CardNumber 4111</a>                     | <a>CardNumber 4111</a>",
                // What is inside.
                "<Card><No>41 11</No></Card><a>1</a>        | <Card><No>*****</No></Card><a>1</a>",
                "<Card><Card>1</Card>2</Card><a>3</a>       | <Card><Card>*</Card>*</Card><a>3</a>",
                "<Card><b>1</Card><a>3</a>                  | <Card><b>*</Card><a>3</a>",
                "<Card/><a>1</a>                            | <Card/><a>1</a>",
                "<Card no='4111' x = \"1>2\" /><a b='1'/>   | <Card no='****' x = \"***\" /><a b='1'/>",
                "<Card><a b='1'>2</a></Card>                | <Card><a b='*'>*</a></Card>",
                "<Card>A&amp;B</Card>                       | <Card>*******</Card>",
                "<Card><![CDATA[<4>]]]>1</Card>             | <Card><![CDATA[****]]>*</Card>",
                "<Card><!-- 41 -->1<?p 41?></Card>          | <Card><!--****-->*<?p **?></Card>",
                "<Card>&lt;a&gt;</Card><b>1</b>             | <Card>*********</Card><b>1</b>",
                "<a><![CDATA[<Card>1</Card>]]>2</a>         | <a><![CDATA[<Card>*</Card>]]>2</a>",
                "<!-- <Card> --><a>1</a>                    | <!-- <Card> --><a>1</a>",
                "<a><![CDATA[<Card>]]>1</a>                 | <a><![CDATA[<Card>]]>1</a>",
                "<a><![CDATA[<Card ]]>1</a>                 | <a><![CDATA[<Card ]]>1</a>",
                // What cannot be parsed.
                "<Card>4111                                 | <Card>****",
                "<Card no=4111>1</Card>                     | <Card no=****>*</Card>",
                "<Card no='4111                             | <Card no='****",
                "<b><Card>4111</b><a>1</a>                  | <b><Card>****</b><a>1</a>",
                "<b><Card>41<c>2</c></b><a>1</a>            | <b><Card>**<c>*</c></b><a>1</a>",
                "<Card <a>1</a>                             | <Card <a>*</a>",
                "< Card>1</Card>                            | < Card>1</Card>",
                // As spelled inside an answer.
                "&lt;Card&gt;4111&lt;/Card&gt;1             | &lt;Card&gt;****&lt;/Card&gt;1",
                "&#60;Card&#x3e;41&#060;/Card&gt;1          | &#60;Card&#x3e;**&#060;/Card&gt;1",
                "&lt;Card>41&lt;/Card>1                     | &lt;Card>**&lt;/Card>1",
                "&lt;&#67;ard&gt;41&lt;/Card&gt;1           | &lt;&#67;ard&gt;**&lt;/Card&gt;1",
                "&lt;Card&gt;A&amp;amp;B&lt;/Card&gt;1      | &lt;Card&gt;***********&lt;/Card&gt;1",
                "&lt;Card n=&quot;41&quot;/&gt;1            | &lt;Card n=&quot;**&quot;/&gt;1",
                "&lt;Card n=\"41\"/&gt;1                    | &lt;Card n=\"**\"/&gt;1",
                "&lt;Card&gt;&lt;![CDATA[41]]&gt;&lt;/Card&gt;1 | &lt;Card&gt;&lt;![CDATA[**]]&gt;&lt;/Card&gt;1",
                "<x>&lt;Card&gt;41</x><y>1</y>              | <x>&lt;Card&gt;**</x><y>1</y>",
                "<x><![CDATA[<Card>41]]></x><y>1</y>        | <x><![CDATA[<Card>**]]></x><y>1</y>",
                "<![CDATA[<Card><![CDATA[4]]]]><![CDATA[></Card>1]]>2 | <![CDATA[<Card><![CDATA[*]]]]><![CDATA[></Card>1]]>2",
            })
    void card_fields_are_blanked_and_nothing_else(String document, String expected) {
        for (var charset :
                new Charset[] {StandardCharsets.UTF_8, WINDOWS_31J, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
                }) {
            var bytes = document.getBytes(charset);

            int done = new CardBlanker(charset).blank(bytes, 0, bytes.length, true);

            assertThat(done).isEqualTo(bytes.length);
            assertThat(new String(bytes, charset)).as(charset.name()).isEqualTo(expected);
        }
    }

    @Test
    void the_layout_of_nested_fields_stays() {
        assertThat(blanked("<Card>\n  <No> 4111 </No>\n</Card>", StandardCharsets.UTF_8))
                .isEqualTo("<Card>\n  <No> *****</No>\n</Card>");
    }

    @Test
    void each_byte_of_a_longer_character_becomes_a_star() {
        assertThat(blanked("<CardHolder>山</CardHolder>", StandardCharsets.UTF_8))
                .isEqualTo("<CardHolder>***</CardHolder>");
        assertThat(blanked("<CardHolder>山</CardHolder>", WINDOWS_31J)).isEqualTo("<CardHolder>**</CardHolder>");
        assertThat(blanked("<CardHolder>山</CardHolder>", StandardCharsets.UTF_16BE))
                .isEqualTo("<CardHolder>*</CardHolder>");
    }

    @Test
    void the_second_byte_of_a_kana_is_no_bracket() {
        // ゾ is 83 5D in Shift_JIS, and 5D alone is a closing bracket.
        assertThat(blanked("<Card><![CDATA[ゾ]>4]]></Card>1", WINDOWS_31J)).isEqualTo("<Card><![CDATA[*****]]></Card>1");
    }

    @ParameterizedTest
    @MethodSource("io.toritsugi.telegram.CardBlankingTest#windows")
    void it_does_not_matter_in_which_pieces_the_document_comes(String encoding, int piece) {
        var document = "<a><![CDATA[x]]]]><![CDATA[>]]><CardNo n='12'>34<![CDATA[56]]>ゾ</CardNo>&lt;ExpireDate&gt;1"
                + "&amp;2&lt;/ExpireDate&gt;<!-- <Card>7 --><b>8</b></a>";
        var charset = Charset.forName(encoding);
        var expected = document.getBytes(charset);
        new CardBlanker(charset).blank(expected, 0, expected.length, true);

        var actual = inPieces(document.getBytes(charset), charset, piece);

        assertThat(new String(actual, charset)).isEqualTo(new String(expected, charset));
        assertThat(new String(expected, charset)).contains("<b>8</b>").doesNotContain("34", "56", "7");
    }

    static Stream<Arguments> windows() {
        return Stream.of("UTF-8", "windows-31j", "UTF-16LE")
                .flatMap(encoding -> IntStream.rangeClosed(1, 20).mapToObj(piece -> Arguments.of(encoding, piece)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "Shift_JIS"})
    void a_bare_telegram_is_stored_without_card_data(String declared) {
        var document = withCard("1").replace("UTF-8", declared);
        var bytes = document.getBytes(Charset.forName(declared.equals("UTF-8") ? "UTF-8" : "windows-31j"));

        var delivered = Delivered.of(bytes);

        assertThat(delivered.codes()).containsExactly("ok");
        assertThat(delivered.text(1)).isEqualTo(document.replace("4111111111111111", "****************"));
        assertThat(delivered.bytes(1)).hasSameSizeAs(bytes);
        assertThat(delivered.line(1).bytes().sha256()).isEqualTo(Sha256.of(delivered.bytes(1)));
        assertThat(delivered.summary().sha256()).isEqualTo(Sha256.of(bytes));
    }

    @Test
    void telegrams_inside_an_answer_are_stored_without_card_data() {
        var document = withCard("1");

        var delivered = Delivered.of(succeeded(
                list(escaped(document)),
                list(cdata(document)),
                list(escaped(document).replace("Card", "&#67;ard"))));

        assertThat(delivered.codes()).containsExactly("ok", "ok", "ok");
        assertThat(delivered.stored())
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .isEqualTo(document.replace("4111111111111111", "****************")));
    }

    @Test
    void card_data_is_blanked_in_what_cannot_be_read() {
        var document = withCard("1");
        var cut = succeeded(list(escaped(telegram("1", "x"))), list(escaped(document)));
        cut = cut.substring(0, cut.indexOf("&lt;/CardNumber"));

        for (var body : new String[] {
            cut,
            document.replace("AllotmentBookingReport", "Other"),
            "<!DOCTYPE a>" + document.replaceFirst("<\\?xml[^>]*>", ""),
            SampleTelegrams.answer(list(cdata(document))),
            succeeded(list(cdata(document) + "\u0001"))
        }) {
            var delivered = Delivered.of(body);

            int last = delivered.summary().lines();
            assertThat(delivered.line(last).failure()).isNotNull();
            assertThat(delivered.text(last)).contains("****************").doesNotContain("4111");
        }
    }

    @Test
    void a_field_that_is_never_closed_does_not_blank_the_next_telegram() {
        var open = telegram("1", "<CardNumber>4111");

        for (var spelled : new String[] {escaped(open), cdata(open), open}) {
            var delivered = Delivered.of(succeeded(list(spelled), list(cdata(telegram("2", "x")))));

            assertThat(delivered.text(1)).doesNotContain("4111");
            assertThat(delivered.line(2).keys().dataId()).isEqualTo("2");
            assertThat(delivered.text(2)).isEqualTo(telegram("2", "x"));
        }
    }

    private static String withCard(String dataId) {
        return telegram(dataId, "髙橋 <CardNumber>4111111111111111</CardNumber> ソ");
    }

    private static String blanked(String document, Charset charset) {
        var bytes = document.getBytes(charset);
        new CardBlanker(charset).blank(bytes, 0, bytes.length, true);
        return new String(bytes, charset);
    }

    private static byte[] inPieces(byte[] document, Charset charset, int piece) {
        var blanker = new CardBlanker(charset);
        int done = 0;
        for (int end = Math.min(piece, document.length);
                done < document.length;
                end = Math.min(end + piece, document.length)) {
            done += blanker.blank(document, done, end, end == document.length);
        }
        return document;
    }
}
