package io.toritsugi.intake;

import io.toritsugi.database.Columns;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Loads stored telegrams with their bytes. */
@Component
class RawTelegrams {

    private static final String LOAD = """
            select t.id, t.hotel_id, t.kind, t.channel, t.channel_key, t.data_id, t.booking_number, t.sent_at,
                   t.received_at, r.encoding, r.zstd
            from unnest(?::bigint[]) as wanted (id)
                     join telegram t on t.id = wanted.id
                     join telegram_raw r on r.telegram_id = t.id and r.received_at = t.received_at and r.part = 0
            order by t.id
            """;

    private final JdbcTemplate jdbc;

    RawTelegrams(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The telegrams of these numbers; of one that is longer than a telegram may be only the first part. */
    List<RawTelegram> load(Collection<Long> telegramIds) {
        var loaded = new ArrayList<RawTelegram>();
        jdbc.query(
                LOAD,
                (PreparedStatement statement) ->
                        Columns.of(telegramIds).column("int8", id -> id).bind(statement, 1),
                row -> {
                    loaded.add(new RawTelegram(
                            TelegramRows.head(row),
                            row.getObject("received_at", OffsetDateTime.class).toInstant(),
                            CompressedBytes.expand(row.getBytes("zstd")),
                            row.getString("encoding")));
                });
        return loaded;
    }
}
