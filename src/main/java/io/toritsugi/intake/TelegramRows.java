package io.toritsugi.intake;

import io.toritsugi.reservation.TelegramHead;
import io.toritsugi.telegram.TelegramKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/** Reads the key columns of the telegram table. */
final class TelegramRows {

    private TelegramRows() {}

    static TelegramHead head(ResultSet row) throws SQLException {
        var kind = row.getString("kind");
        return new TelegramHead(
                row.getLong("id"),
                row.getInt("hotel_id"),
                kind == null ? null : TelegramKind.valueOf(kind),
                row.getString("channel"),
                row.getString("channel_key"),
                row.getString("data_id"),
                row.getString("booking_number"),
                row.getObject("sent_at", LocalDateTime.class));
    }
}
