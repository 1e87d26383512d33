package io.toritsugi.mapping;

import io.toritsugi.access.HotelRef;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the room codes that open failures wait for, from what is kept with each failure. */
@Component
class UnmappedCodes {

    private static final String UNMAPPED = SqlFile.text("mapping/unmapped-codes");

    private final JdbcClient jdbc;

    UnmappedCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of them, without proposals, and one more where there is one. */
    List<UnmappedCode> list(HotelRef hotel, @Nullable String channel, PageAsked page) {
        var after = ListPlace.after(page, 3);
        return jdbc.sql(UNMAPPED)
                .param("hotel", hotel.id())
                .param("channel", channel)
                .param("afterArrival", after == null ? null : date(after.get(0)))
                .param("afterChannel", after == null ? null : after.get(1))
                .param("afterCode", after == null ? null : after.get(2))
                .param("limit", page.rows())
                .query((row, number) -> new UnmappedCode(
                        row.getString("channel"),
                        row.getString("code"),
                        texts(row.getArray("names")),
                        texts(row.getArray("groups")),
                        row.getInt("failures"),
                        row.getObject("nearest_arrival", LocalDate.class),
                        LocalMoment.of(row, "first_seen", hotel.zone()),
                        LocalMoment.of(row, "last_seen", hotel.zone()),
                        List.of()))
                .list();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException otherList) {
            throw ProblemException.ofField("cursor");
        }
    }
}
