package io.toritsugi.mapping;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of mappings, as people edit it. */
@Component
class MappingRows {

    private final JdbcClient jdbc;

    MappingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Mapping> list(int hotelId, @Nullable String channel, @Nullable String code, @Nullable Long after, int rows) {
        return jdbc.sql("""
                        select m.id, m.channel, m.code, t.code as room_type,
                               lower(m.validity) as valid_from, upper(m.validity) - 1 as valid_to
                        from room_mapping m
                                 join room_type t on t.id = m.room_type_id
                        where m.hotel_id = :hotel
                          and (:channel::text is null or m.channel = :channel)
                          and (:code::text is null or m.code = :code)
                          and (:after::bigint is null or m.id > :after)
                        order by m.id
                        limit :rows
                        """)
                .param("hotel", hotelId)
                .param("channel", channel)
                .param("code", code)
                .param("after", after)
                .param("rows", rows)
                .query(Mapping.class)
                .list();
    }

    Optional<Mapping> find(int hotelId, long id) {
        return jdbc.sql("""
                        select m.id, m.channel, m.code, t.code as room_type,
                               lower(m.validity) as valid_from, upper(m.validity) - 1 as valid_to
                        from room_mapping m
                                 join room_type t on t.id = m.room_type_id
                        where m.hotel_id = :hotel and m.id = :id
                        """)
                .param("hotel", hotelId)
                .param("id", id)
                .query(Mapping.class)
                .optional();
    }

    /** The row that answers for the same channel and code on a day of this period, other than the one being changed. */
    Optional<Mapping> inTheWay(int hotelId, MappingWanted wanted, @Nullable Long changing) {
        return jdbc.sql("""
                        select m.id, m.channel, m.code, t.code as room_type,
                               lower(m.validity) as valid_from, upper(m.validity) - 1 as valid_to
                        from room_mapping m
                                 join room_type t on t.id = m.room_type_id
                        where m.hotel_id = :hotel
                          and m.channel = :channel
                          and m.code = :code
                          and m.validity && daterange(:from, :to, '[]')
                          and (:changing::bigint is null or m.id <> :changing)
                        order by m.validity
                        limit 1
                        """)
                .param("hotel", hotelId)
                .param("channel", wanted.channel())
                .param("code", wanted.code())
                .param("from", wanted.validFrom())
                .param("to", wanted.validTo())
                .param("changing", changing)
                .query(Mapping.class)
                .optional();
    }

    Optional<Integer> roomType(int hotelId, String code) {
        return jdbc.sql("select id from room_type where hotel_id = :hotel and code = :code")
                .param("hotel", hotelId)
                .param("code", code)
                .query(Integer.class)
                .optional();
    }

    long insert(int hotelId, MappingWanted wanted, int roomTypeId) {
        return jdbc.sql("""
                        insert into room_mapping (hotel_id, channel, code, room_type_id, validity)
                        values (:hotel, :channel, :code, :type, daterange(:from, :to, '[]'))
                        returning id
                        """)
                .param("hotel", hotelId)
                .param("channel", wanted.channel())
                .param("code", wanted.code())
                .param("type", roomTypeId)
                .param("from", wanted.validFrom())
                .param("to", wanted.validTo())
                .query(Long.class)
                .single();
    }

    int update(long id, MappingWanted wanted, int roomTypeId) {
        return jdbc.sql("""
                        update room_mapping
                        set channel = :channel, code = :code, room_type_id = :type, validity = daterange(:from, :to, '[]')
                        where id = :id
                        """)
                .param("id", id)
                .param("channel", wanted.channel())
                .param("code", wanted.code())
                .param("type", roomTypeId)
                .param("from", wanted.validFrom())
                .param("to", wanted.validTo())
                .update();
    }

    void delete(long id) {
        jdbc.sql("delete from room_mapping where id = :id").param("id", id).update();
    }

    /** Counts the hotel's mapping version on; answers the new one. */
    long countOn(int hotelId) {
        return jdbc.sql("""
                        insert into hotel_version as v (hotel_id, mapping)
                        values (:hotel, 1)
                        on conflict (hotel_id) do update set mapping = v.mapping + 1
                        returning v.mapping
                        """).param("hotel", hotelId).query(Long.class).single();
    }
}
