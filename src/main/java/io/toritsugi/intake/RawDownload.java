package io.toritsugi.intake;

import io.toritsugi.database.SqlFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The bytes of a telegram as they were received, card fields blanked, one part after the other: a telegram of any length takes
 * no more memory than one part.
 */
@Component
class RawDownload {

    private static final String PART = SqlFile.text("intake/raw-part");

    private final JdbcClient jdbc;

    RawDownload(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a stored telegram begins.
     *
     * @param encoding how its bytes spell their characters, whatever the document declares
     */
    record Opened(long telegramId, OffsetDateTime receivedAt, Charset encoding, byte[] firstPart) {}

    /** Opens a telegram; empty when its bytes are not kept. */
    Optional<Opened> open(long telegramId) {
        return jdbc.sql("select received_at from telegram where id = :telegram")
                .param("telegram", telegramId)
                .query(OffsetDateTime.class)
                .optional()
                .flatMap(receivedAt -> part(telegramId, receivedAt, 0)
                        .map(part ->
                                new Opened(telegramId, receivedAt, Charset.forName(part.encoding()), part.bytes())));
    }

    /** Writes all of it. */
    void write(Opened opened, OutputStream out) throws IOException {
        out.write(opened.firstPart());
        int number = 1;
        for (var part = next(opened, number); part.isPresent(); part = next(opened, number)) {
            out.write(part.get().bytes());
            number++;
        }
    }

    private Optional<Part> next(Opened opened, int number) {
        return part(opened.telegramId(), opened.receivedAt(), number);
    }

    private Optional<Part> part(long telegramId, OffsetDateTime receivedAt, int number) {
        return jdbc.sql(PART)
                .param("telegram", telegramId)
                .param("part", number)
                .param("receivedAt", receivedAt)
                .query((row, rowNumber) ->
                        new Part(row.getString("encoding"), CompressedBytes.expand(row.getBytes("zstd"))))
                .optional();
    }

    private record Part(String encoding, byte[] bytes) {}
}
