package io.toritsugi.telegram;

import static io.toritsugi.telegram.SampleTelegrams.cdata;
import static io.toritsugi.telegram.SampleTelegrams.escaped;
import static io.toritsugi.telegram.SampleTelegrams.list;
import static io.toritsugi.telegram.SampleTelegrams.succeeded;
import static io.toritsugi.telegram.SampleTelegrams.telegram;
import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.FailureClass;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ReadingProperties {

    private static final long LONGEST_NANOS = 5_000_000_000L;

    /** A body, and how it is said to be encoded. */
    @SuppressWarnings("ArrayRecordComponent")
    record Body(byte[] bytes, String charset, List<String> documents) {
        @Override
        public String toString() {
            return charset + " " + new String(bytes, Charset.forName(charset));
        }
    }

    @Provide
    Arbitrary<Body> bodies() {
        var remarks = Arbitraries.of(
                "", "髙橋 ①㈱", "ソ表ゾ]>", "<CardNumber>4111</CardNumber>", "a &amp; b", "&lt;x&gt;", "<!-- c -->");
        var documents = remarks.list().ofMinSize(0).ofMaxSize(4);
        var charsets = Arbitraries.of("UTF-8", "windows-31j", "UTF-16LE", "UTF-16BE");
        return Combinators.combine(documents, charsets, Arbitraries.of(true, false), Arbitraries.of(true, false))
                .as(ReadingProperties::body);
    }

    private static Body body(List<String> remarks, String charset, boolean bare, boolean escape) {
        var documents = new ArrayList<String>();
        for (int i = 0; i < remarks.size(); i++) {
            documents.add(telegram(Integer.toString(i), remarks.get(i)).replace("UTF-8", charset));
        }
        if (bare && !documents.isEmpty()) {
            return new Body(documents.get(0).getBytes(Charset.forName(charset)), charset, documents.subList(0, 1));
        }
        var lists = documents.stream()
                .map(document -> list(escape ? escaped(document) : cdata(document)))
                .toArray(String[]::new);
        var answer = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>" + succeeded(lists);
        return new Body(answer.getBytes(Charset.forName(charset)), charset, documents);
    }

    @Property(tries = 200)
    void whatever_is_whole_is_read_in_full(@ForAll("bodies") Body body) {
        var delivered = Delivered.of(body.bytes());

        assertThat(delivered.codes()).allMatch("ok"::equals).hasSameSizeAs(body.documents());
        for (int line = 1; line <= body.documents().size(); line++) {
            assertThat(delivered.text(line))
                    .isEqualTo(body.documents().get(line - 1).replace("4111", "****"));
        }
    }

    @Property(tries = 300)
    void a_body_cut_anywhere_loses_no_byte_and_no_whole_telegram(
            @ForAll("bodies") Body body, @ForAll @IntRange(max = 10_000) int where) {
        var cut = Arrays.copyOf(body.bytes(), 1 + (int) ((long) (body.bytes().length - 1) * where / 10_000));

        var delivered = deliver(cut);

        if (delivered != null) {
            assertNothingLost(delivered, cut, body);
        }
    }

    @Property(tries = 300)
    void mutated_bytes_end_in_lines_and_nothing_else(
            @ForAll("bodies") Body body,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 1_000_000) Integer> places) {
        var mutated = body.bytes().clone();
        for (int place : places) {
            mutated[place % mutated.length] = (byte) (place / 251);
        }

        var delivered = deliver(mutated);

        if (delivered != null && delivered.summary().envelope() == Envelope.UNREADABLE) {
            assertThat(delivered.bytes(1)).hasSameSizeAs(mutated);
        }
    }

    @Property(tries = 300)
    void random_bytes_end_in_lines_and_nothing_else(@ForAll @Size(min = 1, max = 300) byte[] bytes) {
        var delivered = deliver(bytes);

        if (delivered != null) {
            assertThat(delivered.bytes(1)).hasSameSizeAs(bytes);
        }
    }

    @Property(tries = 1000)
    void the_fast_way_through_a_document_finds_what_the_close_look_finds(@ForAll("markup") String document) {
        var ascii = document.replaceAll("[^\\x00-\\x7F]", "k").getBytes(StandardCharsets.US_ASCII);
        var closely = ascii.clone();
        new CardBlanker(StandardCharsets.UTF_8).blank(ascii, 0, ascii.length, true);
        // In this encoding a byte is not known to be itself, so that there is no fast way.
        new CardBlanker(Charset.forName("windows-31j")).blank(closely, 0, closely.length, true);

        assertThat(new String(ascii, StandardCharsets.US_ASCII))
                .isEqualTo(new String(closely, StandardCharsets.US_ASCII));
    }

    @Property(tries = 300)
    void blanking_touches_nothing_but_card_fields_and_keeps_every_length(
            @ForAll("markup") String document, @ForAll @IntRange(min = 1, max = 40) int piece) {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"), StandardCharsets.UTF_16BE)) {
            var whole = document.getBytes(charset);
            var pieces = whole.clone();
            new CardBlanker(charset).blank(whole, 0, whole.length, true);
            var blanker = new CardBlanker(charset);
            int done = 0;
            for (int end = piece; done < pieces.length; end += piece) {
                int to = Math.min(end, pieces.length);
                done += blanker.blank(pieces, done, to, to == pieces.length);
            }

            assertThat(pieces).isEqualTo(whole);
            var original = document.getBytes(charset);
            for (int i = 0; i < original.length; i++) {
                assertThat(whole[i]).isIn(original[i], (byte) '*', (byte) 0);
            }
            if (!document.toLowerCase(Locale.ROOT).matches("(?s).*(card|credit|c&#97;rd|expiredate|redit).*")) {
                assertThat(whole).isEqualTo(original);
            }
        }
    }

    @Provide
    Arbitrary<String> markup() {
        var tokens = Arbitraries.of(
                "<a>",
                "</a>",
                "<Card>",
                "</Card>",
                "<Card x='1'",
                " y=\"2\"",
                ">",
                "/>",
                "<",
                "&lt;",
                "&gt;",
                "&lt;Card&gt;",
                "&lt;/Card&gt;",
                "<![CDATA[",
                "]]>",
                "]]",
                "<!--",
                "-->",
                "<?p",
                "?>",
                "&amp;",
                "&#60;",
                "&#x3E;",
                "&",
                "'",
                "12",
                " ",
                "ゾ",
                "ソ",
                "カ",
                "&amp;lt;",
                "<b c='d'>",
                "</infoTravelXML>",
                "<x:ExpireDate>",
                "&lt;C&#97;rd&gt;",
                "&lt;&#x63;redit&gt;",
                "<cr",
                "edit>",
                "<Ca",
                "rd>",
                "&#",
                "<aR>",
                "card");
        return tokens.list().ofMaxSize(25).map(list -> String.join("", list));
    }

    /** Reads it, and lets nothing out but what the contract declares; null when it was refused as empty. */
    private static Delivered deliver(byte[] bytes) {
        long start = System.nanoTime();
        try {
            var delivered = Delivered.of(bytes);
            assertThat(delivered.summary().lines())
                    .isEqualTo(delivered.telegrams().size());
            assertThat(delivered.telegrams())
                    .allSatisfy(line -> assertThat(line.keys() == null).isEqualTo(line.failure() != null))
                    .filteredOn(line -> line.failure() != null)
                    .allSatisfy(
                            line -> assertThat(line.failure().failureClass()).isEqualTo(FailureClass.PARSE));
            return delivered;
        } catch (EmptyDeliveryException e) {
            return null;
        } finally {
            assertThat(System.nanoTime() - start).isLessThan(LONGEST_NANOS);
        }
    }

    private static void assertNothingLost(Delivered delivered, byte[] cut, Body body) {
        int lines = delivered.summary().lines();
        if (delivered.summary().envelope() != Envelope.ANSWER) {
            assertThat(lines).isEqualTo(1);
            assertThat(delivered.bytes(1)).hasSameSizeAs(cut);
            return;
        }
        boolean broken = lines > 0 && delivered.codes().get(lines - 1).equals("parse.remainder");
        int whole = broken ? lines - 1 : lines;
        for (int line = 1; line <= whole; line++) {
            assertThat(delivered.text(line))
                    .isEqualTo(body.documents().get(line - 1).replace("4111", "****"));
        }
        if (broken) {
            var rest = delivered.bytes(lines);
            var end = Arrays.copyOfRange(cut, cut.length - rest.length, cut.length);
            var charset = Charset.forName(body.charset());
            new CardBlanker(charset).blank(end, 0, end.length, true);
            assertThat(rest).isEqualTo(end);
        } else {
            assertThat(whole).isEqualTo(body.documents().size());
        }
    }
}
