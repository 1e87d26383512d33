package io.toritsugi.telegram;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What a reader has made of a body; the bytes of each line are copied while they live. */
record Delivered(DeliverySummary summary, List<ReadTelegram> telegrams, List<byte[]> stored) {

    private static final DeliveryReader USUAL = reader(ReadingLimits.defaults());

    static Delivered of(String body) {
        return of(body.getBytes(StandardCharsets.UTF_8));
    }

    static Delivered of(byte[] body) {
        return of(body, null);
    }

    static Delivered of(byte[] body, @Nullable String charset) {
        return read(USUAL, new ByteArrayInputStream(body), false, charset);
    }

    static Delivered of(ReadingLimits limits, InputStream body, boolean gzip, @Nullable String charset) {
        return read(reader(limits), body, gzip, charset);
    }

    private static DeliveryReader reader(ReadingLimits limits) {
        var xml = new SafeXml(limits);
        return new DeliveryReader(xml, new TelegramSkim(xml));
    }

    private static Delivered read(DeliveryReader reader, InputStream body, boolean gzip, @Nullable String charset) {
        var telegrams = new ArrayList<ReadTelegram>();
        var stored = new ArrayList<byte[]>();
        try {
            var summary = reader.read(body, gzip, charset, telegram -> {
                telegrams.add(telegram);
                stored.add(copy(telegram.bytes()));
            });
            return new Delivered(summary, telegrams, stored);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    ReadTelegram line(int number) {
        return telegrams.get(number - 1);
    }

    byte[] bytes(int line) {
        return stored.get(line - 1);
    }

    String text(int line) {
        return new String(bytes(line), Charset.forName(line(line).encoding()));
    }

    /** The codes of all lines, {@code ok} for those that were read. */
    List<String> codes() {
        return telegrams.stream()
                .map(telegram -> telegram.failure() == null
                        ? "ok"
                        : telegram.failure().code().code())
                .toList();
    }

    static byte[] gzip(byte[] body) {
        var compressed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return compressed.toByteArray();
    }

    private static byte[] copy(TelegramBytes bytes) {
        try (var stream = bytes.open()) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
