package io.toritsugi.intake;

import io.toritsugi.database.Columns;
import io.toritsugi.telegram.ReadingLimits;
import java.sql.PreparedStatement;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Loads stored telegrams with their bytes. */
@Component
class RawTelegrams {

    private static final String LOAD = """
            select t.id, t.hotel_id, t.kind, t.channel, t.channel_key, t.data_id, t.booking_number, t.sent_at,
                   t.received_at, r.encoding, r.zstd, o.edit, o.assignment
            from unnest(?::bigint[]) as wanted (id)
                     join telegram t on t.id = wanted.id
                     join telegram_raw r on r.telegram_id = t.id and r.received_at = t.received_at
                     left join lateral (
                select made.edit, made.assignment
                from telegram_override made
                where made.telegram_id = t.id
                order by made.version desc
                limit 1) as o on true
            where t.bytes <= ?
            order by t.id, r.part
            """;

    private final JdbcTemplate jdbc;
    private final ReadingLimits limits;
    private final TelegramOverrides overrides;

    RawTelegrams(JdbcTemplate jdbc, ReadingLimits limits, TelegramOverrides overrides) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.overrides = overrides;
    }

    /** The telegrams of these numbers; what is longer than a telegram may be is left out, for nobody could read it. */
    List<RawTelegram> load(Collection<Long> telegramIds) {
        var loaded = new LinkedHashMap<Long, RawTelegram>();
        jdbc.query(
                LOAD,
                (PreparedStatement statement) -> {
                    Columns.of(telegramIds).column("int8", id -> id).bind(statement, 1);
                    statement.setLong(2, limits.telegramSize().toBytes());
                },
                row -> {
                    var part = new RawTelegram(
                            TelegramRows.head(row),
                            row.getObject("received_at", OffsetDateTime.class).toInstant(),
                            CompressedBytes.expand(row.getBytes("zstd")),
                            row.getString("encoding"),
                            overrides.read(row.getString("edit"), row.getString("assignment")));
                    loaded.merge(part.id(), part, RawTelegram::followedBy);
                });
        return List.copyOf(loaded.values());
    }
}
