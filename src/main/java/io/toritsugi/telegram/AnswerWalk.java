package io.toritsugi.telegram;

import com.ctc.wstx.exc.WstxLazyException;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.TelegramFailedException;
import java.io.IOException;
import java.nio.charset.Charset;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Goes through an answer from its beginning to its end. Where the parser gives up inside a telegram (a control character, a
 * byte that spells nothing, a bare ampersand) the walk goes on behind the end of that telegram, so that one bad booking
 * never holds up another (design, promise 3).
 */
final class AnswerWalk {

    private final Spool answer;
    private final Charset charset;
    private final SafeXml xml;
    private final AnswerFacts facts;
    private final AnswerListener listener;

    AnswerWalk(Spool answer, Charset charset, SafeXml xml, AnswerFacts facts, AnswerListener listener) {
        this.answer = answer;
        this.charset = charset;
        this.xml = xml;
        this.facts = facts;
        this.listener = listener;
    }

    /**
     * Where an answer breaks off.
     *
     * @param from the offset of the first byte that is in no complete telegram before it
     * @param inHead whether no telegram had begun yet
     */
    record Break(long from, boolean inHead, Failure failure) {}

    /** Walks; tells where the answer breaks off, null when it does not. */
    @Nullable
    Break run() throws IOException {
        var head = answer.copy(0, Math.min(answer.size(), EncodingEvidence.HEAD));
        long at = TextEncoding.start(head, head.length, charset);
        String openTags = "";
        for (boolean begun = false; ; begun = true) {
            try (var section = new AnswerSection(answer, at, openTags, charset, xml)) {
                var failure = read(section);
                if (failure == null && !section.nested()) {
                    return null;
                }
                var end = section.inTelegram() ? endOfTelegram(section) : null;
                if (end == null) {
                    return new Break(section.lastGoodByte(), !begun && !section.begun(), notNull(failure));
                }
                listener.raw(section.telegramByte(), end.start(), failure);
                at = end.end();
                openTags = section.openTags();
            }
        }
    }

    private @Nullable Failure read(AnswerSection section) throws IOException {
        try {
            section.read(facts, listener);
            return null;
        } catch (XMLStreamException | WstxLazyException e) {
            return ParseFailures.of(e, TelegramSkim.STAGE).failure();
        } catch (TelegramFailedException e) {
            return e.failure();
        } catch (ReadingStoppedException e) {
            return ParseFailures.of(new XMLStreamException(e), TelegramSkim.STAGE)
                    .failure();
        }
    }

    private @Nullable EndTagSearch endOfTelegram(AnswerSection section) throws IOException {
        return EndTagSearch.find(answer, section.telegramByte(), charset, AnswerSection.TELEGRAM);
    }

    private static Failure notNull(@Nullable Failure failure) {
        return failure == null
                ? ParseFailures.of(new XMLStreamException("No end"), TelegramSkim.STAGE)
                        .failure()
                : failure;
    }
}
