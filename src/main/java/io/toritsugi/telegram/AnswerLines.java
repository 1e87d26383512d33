package io.toritsugi.telegram;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes a line of each telegram in an answer and hands it out. */
final class AnswerLines implements AnswerListener, Closeable {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Spool answer;
    private final String encoding;
    private final int longestTelegram;
    private final TelegramSkim skim;
    private final Consumer<ReadTelegram> each;
    private final InnerDocument document;
    private final List<Spool> overlong = new ArrayList<>();
    private int lines;

    AnswerLines(Spool answer, String encoding, int longestTelegram, TelegramSkim skim, Consumer<ReadTelegram> each) {
        this.answer = answer;
        this.encoding = encoding;
        this.longestTelegram = longestTelegram;
        this.skim = skim;
        this.each = each;
        this.document = new InnerDocument(longestTelegram);
    }

    @Override
    public InnerDocument begin() throws IOException {
        document.begin();
        return document;
    }

    @Override
    public void telegram() throws IOException {
        var spool = document.end();
        if (spool.size() > longestTelegram) {
            // Its file is there until the whole answer is read: the caller may store several lines at once.
            overlong.add(spool);
        }
        hand(BytesInSpool.of(spool, 0, spool.size(), longestTelegram), UTF_8);
    }

    @Override
    public void raw(long from, long to, @Nullable Failure failure) throws IOException {
        var bytes = BytesInSpool.of(answer, from, to, longestTelegram);
        if (failure == null) {
            hand(bytes, encoding);
        } else {
            hand(bytes, encoding, null, failure);
        }
    }

    /** The rest of an answer that breaks off, as the last line. */
    void remainder(AnswerWalk.Break broken) throws IOException {
        var arguments = Map.of(
                "offset",
                Long.toString(broken.from()),
                "found",
                broken.failure().code().code());
        hand(
                BytesInSpool.of(answer, broken.from(), answer.size(), longestTelegram),
                encoding,
                null,
                new Failure(FailureCode.PARSE_REMAINDER, TelegramSkim.STAGE, arguments));
    }

    @Override
    public boolean satisfied() {
        return false;
    }

    int lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        document.close();
        for (var spool : overlong) {
            spool.close();
        }
    }

    private void hand(TelegramBytes bytes, String bytesEncoding) {
        if (bytes.size() > longestTelegram) {
            hand(bytes, bytesEncoding, null, ParseFailures.tooLarge(longestTelegram, bytes.size()));
            return;
        }
        TelegramKeys keys;
        try {
            keys = skim.skim(bytes.toByteArray(), bytesEncoding);
        } catch (TelegramFailedException e) {
            hand(bytes, bytesEncoding, null, e.failure());
            return;
        }
        hand(bytes, bytesEncoding, keys, null);
    }

    private void hand(
            TelegramBytes bytes, String bytesEncoding, @Nullable TelegramKeys keys, @Nullable Failure failure) {
        lines++;
        each.accept(new ReadTelegram(lines, bytes, bytesEncoding, keys, failure));
    }
}
