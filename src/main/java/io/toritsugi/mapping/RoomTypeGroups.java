package io.toritsugi.mapping;

import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import java.util.HashSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which room type stands behind TL-Lincoln's unit of stock, the net room-type group: what a stop-sell of the type has to name,
 * and the first proposal for a room code of that group.
 */
@Component
class RoomTypeGroups {

    private final JdbcClient jdbc;
    private final MappingRows types;
    private final HotelLock lock;
    private final Audit audit;

    RoomTypeGroups(JdbcClient jdbc, MappingRows types, HotelLock lock, Audit audit) {
        this.jdbc = jdbc;
        this.types = types;
        this.lock = lock;
        this.audit = audit;
    }

    /** The code of the room type of each group. */
    SortedMap<String, String> of(int hotelId) {
        var groups = new TreeMap<String, String>();
        jdbc.sql("""
                        select g.group_code, t.code
                        from room_type_group g
                                 join room_type t on t.id = g.room_type_id
                        where g.hotel_id = :hotel
                        """).param("hotel", hotelId).query(row -> {
            groups.put(row.getString(1), row.getString(2));
        });
        return groups;
    }

    /**
     * Lets these groups stand for these types; others stay as they are.
     *
     * @throws ProblemException {@code room_type.not_of_hotel}; nothing is changed then
     */
    @Transactional
    public void put(HotelRef hotel, Map<String, String> wanted) {
        lock.hold(hotel.id());
        var before = of(hotel.id());
        wanted.forEach((group, type) -> {
            var typeId = types.roomType(hotel.id(), type)
                    .orElseThrow(
                            () -> new ProblemException(ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", type)));
            jdbc.sql("""
                            insert into room_type_group (hotel_id, group_code, room_type_id)
                            values (:hotel, :group, :type)
                            on conflict (hotel_id, group_code) do update set room_type_id = excluded.room_type_id
                            """)
                    .param("hotel", hotel.id())
                    .param("group", group)
                    .param("type", typeId)
                    .update();
        });
        record(hotel, "room_type_group.changed", before);
    }

    /**
     * Takes the type of a group away.
     *
     * @throws ProblemException {@code room_type_group.unknown} when it has none
     */
    @Transactional
    public void remove(HotelRef hotel, String group) {
        lock.hold(hotel.id());
        var before = of(hotel.id());
        int removed = jdbc.sql("delete from room_type_group where hotel_id = :hotel and group_code = :group")
                .param("hotel", hotel.id())
                .param("group", group)
                .update();
        if (removed == 0) {
            throw new ProblemException(ProblemCode.ROOM_TYPE_GROUP_UNKNOWN, Map.of("group", group));
        }
        record(hotel, "room_type_group.deleted", before);
    }

    /** On record is what differs. */
    private void record(HotelRef hotel, String action, SortedMap<String, String> before) {
        var after = of(hotel.id());
        var same = new HashSet<>(before.entrySet());
        same.retainAll(after.entrySet());
        before.entrySet().removeAll(same);
        after.entrySet().removeAll(same);
        var subject = new TreeMap<>(before);
        subject.putAll(after);
        audit.record(action, hotel.id(), String.join(", ", subject.keySet()), before, after);
    }
}
