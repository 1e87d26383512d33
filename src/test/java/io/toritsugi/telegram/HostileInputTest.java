package io.toritsugi.telegram;

import static io.toritsugi.telegram.SampleTelegrams.cdata;
import static io.toritsugi.telegram.SampleTelegrams.escaped;
import static io.toritsugi.telegram.SampleTelegrams.list;
import static io.toritsugi.telegram.SampleTelegrams.succeeded;
import static io.toritsugi.telegram.SampleTelegrams.success;
import static io.toritsugi.telegram.SampleTelegrams.telegram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.toritsugi.failure.FailureCode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sends by mistake. Every case has to end quickly, also on a busy machine, as a refusal or as a line that says why. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileInputTest {

    private static final int MEGABYTE = 1024 * 1024;

    static Stream<Arguments> documents() {
        var laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY a 'ha'>");
        for (char c = 'b'; c < 'm'; c++) {
            var previous = "&" + (char) (c - 1) + ";";
            laughs.append("<!ENTITY ")
                    .append(c)
                    .append(" '")
                    .append(previous.repeat(10))
                    .append("'>");
        }
        laughs.append("]><AllotmentBookingReport>&l;</AllotmentBookingReport>");
        return Stream.of(
                Arguments.of(
                        "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><AllotmentBookingReport>&x;"
                                + "</AllotmentBookingReport>",
                        "parse.doctype"),
                Arguments.of("<!DOCTYPE r SYSTEM 'http://192.0.2.1/x.dtd'><AllotmentBookingReport/>", "parse.doctype"),
                Arguments.of(laughs.toString(), "parse.doctype"),
                Arguments.of("<!DOCTYPE html><html><body>503</body></html>", "parse.doctype"),
                Arguments.of("<html><body>メンテナンス</body></html>", "parse.wrong_root"),
                Arguments.of("503 Service Unavailable", "parse.not_xml"),
                Arguments.of("{\"json\":true}", "parse.not_xml"),
                Arguments.of("\u0000\u0001\u0002\u0003", "parse.illegal_character"),
                Arguments.of("<AllotmentBookingReport>" + "<a>".repeat(100_000), "parse.limit"),
                Arguments.of("<AllotmentBookingReport" + manyAttributes(200_000) + "/>", "parse.limit"),
                Arguments.of("<AllotmentBookingReport a='" + "x".repeat(MEGABYTE) + "'/>", "parse.limit"),
                Arguments.of("<" + "x".repeat(MEGABYTE) + "/>", "parse.limit"),
                Arguments.of("<AllotmentBookingReport><" + "x".repeat(MEGABYTE), "parse.cut_off"),
                Arguments.of("<AllotmentBookingReport xmlns:" + "x".repeat(MEGABYTE) + "='a'/>", "parse.limit"),
                Arguments.of("<AllotmentBookingReport>" + "&amp;".repeat(100_000) + "&undefined;", "parse.not_xml"),
                Arguments.of("<" + "<".repeat(MEGABYTE), "parse.not_xml"),
                Arguments.of("<AllotmentBookingReport><Card>" + "& ".repeat(300_000), "parse.cut_off"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_hostile_document_is_one_unreadable_line_with_all_its_bytes(String document, String code) {
        var delivered = Delivered.of(document);

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.UNREADABLE);
        assertThat(delivered.codes()).containsExactly(code);
        assertThat(delivered.bytes(1)).hasSize(document.getBytes(StandardCharsets.UTF_8).length);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void inside_an_answer_it_costs_no_other_telegram(String document, String code) {
        var body = succeeded(list(cdata(telegram("1", "x"))), list(escaped(document)), list(cdata(telegram("3", "y"))));

        var delivered = Delivered.of(body);

        assertThat(delivered.codes()).hasSize(3).startsWith("ok").endsWith("ok");
        assertThat(delivered.codes().get(1)).isEqualTo(code);
    }

    @Test
    void an_attribute_bomb_beyond_the_limit_of_a_telegram_is_refused() {
        assertThatThrownBy(() -> Delivered.of("<AllotmentBookingReport" + manyAttributes(1_000_000) + "/>"))
                .isInstanceOf(DeliveryTooLargeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<AllotmentBookingReport>", "<html>", "no XML", "<!DOCTYPE a>"})
    void sixty_megabytes_are_refused_after_the_first_two(String beginning) {
        var read = new AtomicLong();
        var body = counted(endless(beginning, "x", 60L * MEGABYTE), read);

        assertThatThrownBy(() -> Delivered.of(ReadingLimits.defaults(), body, false, null))
                .isInstanceOf(DeliveryTooLargeException.class);
        assertThat(read.get()).isLessThan(3L * MEGABYTE);
    }

    @Test
    void a_telegram_of_sixty_megabytes_inside_an_answer_is_a_line_and_kept() throws IOException {
        var parts = succeeded(list(cdata(telegram("1", "x"))), list("HERE"), list(cdata(telegram("3", "y"))))
                .split("HERE");
        var body = new SequenceInputStream(Collections.enumeration(
                List.of(stream(parts[0]), endless("&lt;a&gt;", "鈴木 &amp; ", 60L * MEGABYTE), stream(parts[1]))));
        var sizes = new ArrayList<Long>();
        var codes = new ArrayList<String>();

        read(body, line -> {
            sizes.add(line.bytes().size());
            codes.add(line.failure() == null ? "ok" : line.failure().code().code());
        });

        assertThat(codes).containsExactly("ok", "parse.too_large", "ok");
        assertThat(sizes.get(1)).isGreaterThan(40L * MEGABYTE);
    }

    @Test
    void a_name_of_a_hundred_megabytes_in_an_answer_fills_no_memory() throws IOException {
        var body = new SequenceInputStream(
                stream(SampleTelegrams.answer(success())
                                .replace("</return>", "HERE")
                                .split("HERE")[0] + "<x"),
                endless("", "y", 100L * MEGABYTE));

        var summary = read(body, line -> assertThat(line.bytes().size()).isGreaterThan(100L * MEGABYTE));

        assertThat(summary.failure().code().code()).isEqualTo("parse.limit");
    }

    @Test
    void a_long_answer_needs_no_more_memory_than_a_short_one() throws IOException {
        var one = list(escaped(SampleTelegrams.text("10_new_booking_roomrate")));
        var head =
                SampleTelegrams.answer(success()).replace("</return>", "HERE").split("HERE");
        var body = new SequenceInputStream(Collections.enumeration(
                List.of(stream(head[0]), repeated(one, 20_000), stream("</return>" + head[1]))));
        var heap = Runtime.getRuntime();
        var most = new AtomicLong();
        System.gc();
        long before = heap.totalMemory() - heap.freeMemory();

        var summary = read(body, line -> {
            if (line.line() % 5_000 == 0) {
                System.gc();
                most.accumulateAndGet(heap.totalMemory() - heap.freeMemory(), Math::max);
            }
        });

        assertThat(summary.lines()).isEqualTo(20_000);
        assertThat(summary.bytes()).isGreaterThan(120L * MEGABYTE);
        assertThat(most.get() - before).isLessThan(16L * MEGABYTE);
    }

    @Test
    void a_gzip_bomb_is_refused_at_the_limit_of_a_telegram() {
        var bomb = Delivered.gzip(
                ("<AllotmentBookingReport>" + " ".repeat(50 * MEGABYTE)).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Delivered.of(ReadingLimits.defaults(), new ByteArrayInputStream(bomb), true, null))
                .isInstanceOf(DeliveryTooLargeException.class);
    }

    @Test
    void a_gzip_bomb_that_calls_itself_an_answer_is_refused_by_its_ratio() {
        var bomb = Delivered.gzip(
                (SampleTelegrams.answer(success()) + " ".repeat(50 * MEGABYTE)).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Delivered.of(ReadingLimits.defaults(), new ByteArrayInputStream(bomb), true, null))
                .isInstanceOf(DeliveryTooLargeException.class)
                .hasMessageContaining("inflated body");
    }

    @Test
    void a_gzip_within_a_gzip_is_no_telegram() {
        var twice = Delivered.gzip(Delivered.gzip(SampleTelegrams.bytes("10_new_booking_roomrate")));

        var delivered = Delivered.of(ReadingLimits.defaults(), new ByteArrayInputStream(twice), true, null);

        assertThat(delivered.summary().envelope()).isEqualTo(Envelope.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23_cancel_agoda_with_charge", "02_bookinginfo_one_escaped"})
    void a_sample_cut_at_any_byte_ends_in_lines_with_all_its_bytes(String sample) {
        var whole = SampleTelegrams.bytes(sample);
        // Without the line end behind the root, which is no loss.
        for (int length = 1; length < whole.length - 1; length++) {
            var delivered = Delivered.of(Arrays.copyOf(whole, length));

            if (delivered.summary().envelope() == Envelope.ANSWER) {
                var last = delivered.line(delivered.summary().lines());
                assertThat(last.failure()).isNotNull();
                assertThat(last.failure().code()).isEqualTo(FailureCode.PARSE_REMAINDER);
            } else {
                assertThat(delivered.bytes(1)).isEqualTo(Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void random_bytes_are_kept_as_one_unreadable_line() {
        for (int seed = 0; seed < 200; seed++) {
            var bytes = new byte[500 + seed];
            new Random(seed).nextBytes(bytes);

            var delivered = Delivered.of(bytes);

            assertThat(delivered.summary().envelope()).isEqualTo(Envelope.UNREADABLE);
            assertThat(delivered.bytes(1)).hasSameSizeAs(bytes);
        }
    }

    @Test
    void no_temporary_file_is_left_behind() throws IOException {
        var before = spoolFiles();
        var head =
                SampleTelegrams.answer(success()).replace("</return>", "HERE").split("HERE");
        var broken = new SequenceInputStream(Collections.enumeration(List.of(
                stream(head[0]),
                repeated(list(escaped(telegram("1", "x"))), 5_000),
                endless("<bookingInfoList><infoTravelXML>", "x", 5L * MEGABYTE))));

        var summary = read(broken, line -> {});
        assertThat(summary.lines()).isEqualTo(5_001);
        assertThatThrownBy(
                        () -> Delivered.of(ReadingLimits.defaults(), endless("<a>", "x", 5L * MEGABYTE), false, null))
                .isInstanceOf(DeliveryTooLargeException.class);

        assertThat(spoolFiles()).isEqualTo(before);
    }

    private static List<Path> spoolFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("toritsugi-"))
                    .sorted()
                    .toList();
        }
    }

    private static DeliverySummary read(InputStream body, Consumer<ReadTelegram> each) throws IOException {
        var xml = new SafeXml(ReadingLimits.defaults());
        return new DeliveryReader(xml, new TelegramSkim(xml)).read(body, false, null, each);
    }

    private static String manyAttributes(int count) {
        var attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append(" a").append(i).append("=''");
        }
        return attributes.toString();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream endless(String beginning, String unit, long length) {
        int size = unit.getBytes(StandardCharsets.UTF_8).length;
        return new SequenceInputStream(stream(beginning), repeated(unit, (int) (length / size)));
    }

    /** A text so many times, without ever holding it. */
    private static InputStream repeated(String text, int times) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new InputStream() {
            private long at;
            private final long end = (long) bytes.length * times;

            @Override
            public int read() {
                return at < end ? bytes[(int) (at++ % bytes.length)] & 0xFF : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int taken = (int) Math.min(length, end - at);
                for (int i = 0; i < taken; i++) {
                    target[offset + i] = bytes[(int) ((at + i) % bytes.length)];
                }
                at += taken;
                return taken == 0 && length > 0 ? -1 : taken;
            }
        };
    }

    private static InputStream counted(InputStream body, AtomicLong read) {
        return new FilterInputStream(body) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int taken = super.read(target, offset, length);
                read.addAndGet(Math.max(taken, 0));
                return taken;
            }
        };
    }
}
