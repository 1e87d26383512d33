package io.toritsugi.intake;

import io.toritsugi.booking.SentFields;
import io.toritsugi.failure.TelegramFailedException;
import io.toritsugi.telegram.SafeXml;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stored telegrams as they were sent, whatever people decided about them since. */
@Component
public class SentTelegrams {

    private final RawTelegrams raw;
    private final SafeXml xml;
    private final TelegramFormat format;

    SentTelegrams(RawTelegrams raw, SafeXml xml, TelegramFormat format) {
        this.raw = raw;
        this.xml = xml;
        this.format = format;
    }

    /** The fields of {@link SentFields} that can be corrected; empty for a telegram that cannot be read. */
    public Map<String, @Nullable Object> fields(long telegramId) {
        return raw.load(List.of(telegramId)).stream()
                .findFirst()
                .map(this::fields)
                .orElse(Map.of());
    }

    private Map<String, @Nullable Object> fields(RawTelegram telegram) {
        try {
            return SentFields.of(format.read(xml.open(telegram.bytes(), telegram.encoding())));
        } catch (TelegramFailedException unreadable) {
            return Map.of();
        }
    }
}
