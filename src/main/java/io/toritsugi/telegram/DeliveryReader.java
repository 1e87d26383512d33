package io.toritsugi.telegram;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads one delivery: a bare telegram or a whole SOAP answer of BookingInfoOutput (domain notes §2), in any encoding that
 * {@link TextEncoding} knows, compressed or not. What can be read of it is handed out telegram by telegram; what cannot is
 * handed out as it is, with the failure. No byte of a telegram is ever left out, but that card fields are overwritten.
 *
 * <p>Needs the same memory for every length: a body beyond {@link ReadingLimits#memorySize} waits in a temporary file.
 * Nothing is handed out before the body has arrived in full. Thread-safe.
 */
@Component
public final class DeliveryReader {

    private final SafeXml xml;
    private final TelegramSkim skim;

    public DeliveryReader(SafeXml xml, TelegramSkim skim) {
        this.xml = xml;
        this.skim = skim;
    }

    /**
     * Reads a delivery to its end.
     *
     * @param body the body as it arrives; not closed here
     * @param gzip whether it is said to be compressed
     * @param contentTypeCharset the charset of its Content-Type; null when none was given
     * @param each gets the telegrams in document order, on this thread. What it throws ends the reading and is passed on
     * @throws DeliveryTooLargeException when it is longer than it may be (413); nothing was handed out
     * @throws EmptyDeliveryException when it has no content (400); nothing was handed out
     * @throws IOException when the body or a temporary file fails; nothing was handed out, unless it is the file
     */
    public DeliverySummary read(
            InputStream body, boolean gzip, @Nullable String contentTypeCharset, Consumer<ReadTelegram> each)
            throws IOException {
        try (var received = gzip
                ? new GzipBody(xml).receive(body, contentTypeCharset)
                : ReceivedBody.receive(body, contentTypeCharset, xml)) {
            var failure = received.failure();
            if (failure != null) {
                return unreadable(received, failure, each);
            }
            return received.spool().size() > longestTelegram()
                    ? readAnswer(received, each)
                    : readTelegram(received, each);
        }
    }

    private DeliverySummary readTelegram(ReceivedBody body, Consumer<ReadTelegram> each) throws IOException {
        var bytes = body.spool().copy(0, body.spool().size());
        TelegramKeys keys;
        try {
            keys = skim.skim(bytes, body.charset().name());
        } catch (TelegramFailedException e) {
            return isEnvelope(e.failure()) ? readAnswer(body, each) : unreadable(body, e.failure(), each);
        }
        var stored = body.blanked() ? new BytesInMemory(bytes) : new BytesInMemory(bytes, body.sha256());
        each.accept(new ReadTelegram(1, stored, body.charset().name(), keys, null));
        return summary(Envelope.TELEGRAM, body, 1, null, null);
    }

    private DeliverySummary readAnswer(ReceivedBody body, Consumer<ReadTelegram> each) throws IOException {
        var facts = new AnswerFacts();
        var cut = walk(body, facts, new AnswerVerdict(facts));
        if (!facts.succeeded()) {
            return unreadable(body, cut == null || facts.failed() ? facts.refusal() : cut.failure(), each);
        }
        try (var lines = new AnswerLines(body.spool(), body.charset().name(), longestTelegram(), skim, each)) {
            var broken = walk(body, facts, lines);
            if (broken != null && broken.inHead()) {
                return unreadable(body, broken.failure(), each);
            }
            if (broken != null) {
                lines.remainder(broken);
            }
            return summary(Envelope.ANSWER, body, lines.lines(), facts.outputId(), null);
        }
    }

    private AnswerWalk.@Nullable Break walk(ReceivedBody body, AnswerFacts facts, AnswerListener listener)
            throws IOException {
        return new AnswerWalk(body.spool(), body.charset(), xml, facts, listener).run();
    }

    private DeliverySummary unreadable(ReceivedBody body, Failure failure, Consumer<ReadTelegram> each)
            throws IOException {
        var spool = body.spool();
        var bytes = BytesInSpool.of(spool, 0, spool.size(), longestTelegram());
        each.accept(new ReadTelegram(1, bytes, body.charset().name(), null, failure));
        return summary(Envelope.UNREADABLE, body, 1, null, failure);
    }

    private static DeliverySummary summary(
            Envelope envelope, ReceivedBody body, int lines, @Nullable String outputId, @Nullable Failure failure) {
        return new DeliverySummary(envelope, outputId, lines, body.spool().size(), body.sha256(), failure);
    }

    private static boolean isEnvelope(Failure failure) {
        return failure.code() == FailureCode.PARSE_WRONG_ROOT
                && RootName.ENVELOPE.equals(failure.arguments().get("found"));
    }

    private int longestTelegram() {
        return xml.limits().telegramBytes();
    }
}
