package io.toritsugi.stopsell;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many rooms of a type TL-Lincoln may go on selling. Where several groups stand for one type its rooms are divided among
 * them, so that together they never sell more than there are.
 */
@Component
class RoomsToSell {

    private final JdbcClient jdbc;

    RoomsToSell(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The figures with the rooms that are left for each of them now. */
    List<AdjustmentRow> shared(int roomTypeId, List<AdjustmentRow> figures) {
        var groups = groups(roomTypeId);
        var left = left(
                roomTypeId,
                figures.stream().map(AdjustmentRow::night).distinct().toList());
        return figures.stream()
                .map(row -> row.with(share(left.getOrDefault(row.night(), 0), groups, row.group())))
                .toList();
    }

    /** One group's part of the rooms; those that cannot be divided go to the first groups. */
    static int share(int rooms, List<String> groups, String group) {
        int place = groups.indexOf(group);
        if (rooms <= 0 || place < 0) {
            return 0;
        }
        return rooms / groups.size() + (place < rooms % groups.size() ? 1 : 0);
    }

    private List<String> groups(int roomTypeId) {
        return jdbc.sql("select group_code from room_type_group where room_type_id = :type order by group_code")
                .param("type", roomTypeId)
                .query(String.class)
                .list();
    }

    private Map<LocalDate, Integer> left(int roomTypeId, Collection<LocalDate> nights) {
        var left = new HashMap<LocalDate, Integer>();
        jdbc.sql("""
                        select l.night, l.rooms
                        from (select array_agg(:type::integer) as types, array_agg(n.night) as nights
                              from unnest(:nights::date[]) as n (night)) asked,
                             rooms_left_to_sell(asked.types, asked.nights) l
                        """)
                .param("type", roomTypeId)
                .param("nights", nights.stream().map(LocalDate::toString).toArray(String[]::new))
                .query(row -> {
                    left.put(row.getObject("night", LocalDate.class), row.getInt("rooms"));
                });
        return left;
    }
}
