package io.toritsugi.inventory;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of room types. */
@Component
class RoomTypes {

    private final JdbcClient jdbc;

    RoomTypes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RoomType> list(int hotelId, @Nullable String after, int rows) {
        return jdbc.sql("""
                        select t.id, t.code, t.name, t.capacity, t.smoking, t.base_rate,
                               (select count(*)::integer from room r where r.room_type_id = t.id and r.active) as rooms
                        from room_type t
                        where t.hotel_id = :hotel
                          and (:after::text is null or t.code > :after)
                        order by t.code
                        limit :rows
                        """)
                .param("hotel", hotelId)
                .param("after", after)
                .param("rows", rows)
                .query(RoomType.class)
                .list();
    }

    Optional<RoomType> find(int hotelId, String code) {
        return jdbc.sql("""
                        select t.id, t.code, t.name, t.capacity, t.smoking, t.base_rate,
                               (select count(*)::integer from room r where r.room_type_id = t.id and r.active) as rooms
                        from room_type t
                        where t.hotel_id = :hotel and t.code = :code
                        """)
                .param("hotel", hotelId)
                .param("code", code)
                .query(RoomType.class)
                .optional();
    }

    /** Creates the type or changes what is given of it; null leaves as it is, or to the default of a new type. */
    int put(
            int hotelId,
            String code,
            @Nullable String name,
            @Nullable Integer capacity,
            @Nullable Boolean smoking,
            @Nullable Integer baseRate) {
        return jdbc.sql("""
                        insert into room_type as t (hotel_id, code, name, capacity, smoking, base_rate, sort_order)
                        values (:hotel, :code, coalesce(:name, :code), coalesce(:capacity::integer, 2),
                                coalesce(:smoking::boolean, false), coalesce(:rate::integer, 0),
                                (select count(*) from room_type where hotel_id = :hotel))
                        on conflict (hotel_id, code) do update
                            set name = coalesce(:name, t.name),
                                capacity = coalesce(:capacity::integer, t.capacity),
                                smoking = coalesce(:smoking::boolean, t.smoking),
                                base_rate = coalesce(:rate::integer, t.base_rate)
                        returning t.id
                        """)
                .param("hotel", hotelId)
                .param("code", code)
                .param("name", name)
                .param("capacity", capacity)
                .param("smoking", smoking)
                .param("rate", baseRate)
                .query(Integer.class)
                .single();
    }
}
