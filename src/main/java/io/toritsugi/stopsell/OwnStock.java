package io.toritsugi.stopsell;

import io.toritsugi.database.SqlFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Our side of a comparison, read from the tables. */
@Component
class OwnStock {

    private static final String OWN = SqlFile.text("stopsell/own-stock");

    private final JdbcClient jdbc;

    OwnStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every type on every night from {@code first} to {@code last}. */
    List<OwnNight> nights(int hotelId, LocalDate first, LocalDate last) {
        return jdbc.sql(OWN)
                .param("hotel", hotelId)
                .param("first", first)
                .param("last", last)
                .query(OwnNight.class)
                .list();
    }

    /** The groups that stand for each type, by its number. */
    Map<Integer, List<String>> groups(int hotelId) {
        var groups = new HashMap<Integer, List<String>>();
        jdbc.sql("select room_type_id, group_code from room_type_group where hotel_id = :hotel order by group_code")
                .param("hotel", hotelId)
                .query(row -> {
                    groups.computeIfAbsent(row.getInt("room_type_id"), type -> new ArrayList<>())
                            .add(row.getString("group_code"));
                });
        return groups;
    }
}
