package io.toritsugi.link;

import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.database.LocalMoment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** When TL-Lincoln announced that it is away: nobody is asked, and silence is no alarm. */
@Component
class MaintenanceCalendar {

    private static final String LIST = """
            select m.id, m.hotel_id, lower(m.during) as begins, upper(m.during) as ends, m.reason
            from connection_maintenance m
            where (m.hotel_id is null or m.hotel_id = :hotel)
              and (:after::bigint is null or m.id > :after)
            order by m.id
            limit :rows
            """;

    private static final String FIND = """
            select m.id, m.hotel_id, lower(m.during) as begins, upper(m.during) as ends, m.reason
            from connection_maintenance m
            where m.id = :id
              and (m.hotel_id is null or m.hotel_id = :hotel)
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    MaintenanceCalendar(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * A time of maintenance.
     *
     * @param everyHotel whether it concerns TL-Lincoln as a whole
     * @param to exclusive
     */
    @Schema(name = "Maintenance")
    record Entry(long id, boolean everyHotel, OffsetDateTime from, OffsetDateTime to, String reason) {}

    /** Those of the hotel and of all hotels, the oldest entry first; one more than the page shows, where there is one. */
    List<Entry> list(HotelRef hotel, PageAsked page) {
        return jdbc.sql(LIST)
                .param("hotel", hotel.id())
                .param("after", page.afterNumber())
                .param("rows", page.rows())
                .query((row, number) -> entry(row, hotel))
                .list();
    }

    /**
     * Notes maintenance.
     *
     * @throws ProblemException {@code request.invalid} when it ends before it begins
     */
    @Transactional
    public Entry add(HotelRef hotel, boolean everyHotel, OffsetDateTime from, OffsetDateTime to, String reason) {
        if (!to.isAfter(from)) {
            throw ProblemException.ofField("to");
        }
        long id = jdbc.sql("""
                        insert into connection_maintenance (hotel_id, during, reason)
                        values (:hotel, tstzrange(:from, :to), :reason)
                        returning id
                        """)
                .param("hotel", everyHotel ? null : hotel.id())
                .param("from", from)
                .param("to", to)
                .param("reason", reason)
                .query(Long.class)
                .single();
        var added = find(hotel, id);
        audit.record("maintenance.added", concerned(added, hotel), "maintenance/" + id, null, added);
        return added;
    }

    /**
     * Takes a note back.
     *
     * @throws ProblemException {@code connection.maintenance_unknown} when this hotel has none of that number
     */
    @Transactional
    public void delete(HotelRef hotel, long id) {
        var entry = find(hotel, id);
        jdbc.sql("delete from connection_maintenance where id = :id")
                .param("id", id)
                .update();
        audit.record("maintenance.deleted", concerned(entry, hotel), "maintenance/" + id, entry, null);
    }

    /** @throws ProblemException {@code connection.maintenance_unknown} when this hotel has none of that number */
    Entry find(HotelRef hotel, long id) {
        return jdbc.sql(FIND)
                .param("id", id)
                .param("hotel", hotel.id())
                .query((row, number) -> entry(row, hotel))
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.MAINTENANCE_UNKNOWN));
    }

    private static @Nullable Integer concerned(Entry entry, HotelRef hotel) {
        return entry.everyHotel() ? null : Integer.valueOf(hotel.id());
    }

    private static Entry entry(ResultSet row, HotelRef hotel) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getObject("hotel_id") == null,
                LocalMoment.of(row, "begins", hotel.zone()),
                LocalMoment.of(row, "ends", hotel.zone()),
                row.getString("reason"));
    }
}
