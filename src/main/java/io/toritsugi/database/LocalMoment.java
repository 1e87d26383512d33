package io.toritsugi.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A moment of a {@code timestamptz} column as the hotel's clock shows it. */
public final class LocalMoment {

    private LocalMoment() {}

    /** The moment in this zone; for columns that are never null. */
    public static OffsetDateTime of(ResultSet row, String column, ZoneId zone) throws SQLException {
        var moment = orNull(row, column, zone);
        if (moment == null) {
            throw new SQLException("The column " + column + " is null");
        }
        return moment;
    }

    /** The moment in this zone; null where the column is. */
    public static @Nullable OffsetDateTime orNull(ResultSet row, String column, ZoneId zone) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.atZoneSameInstant(zone).toOffsetDateTime();
    }
}
