package io.toritsugi.inventory;

import io.toritsugi.access.Caller;
import io.toritsugi.inventory.Hotel.ConfirmPolicy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of hotels. */
@Component
class Hotels {

    private final JdbcClient jdbc;

    Hotels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Hotel> list(Caller caller, @Nullable String after, int rows) {
        return jdbc.sql("""
                        select code, name, time_zone, confirm_policy, horizon_days
                        from hotel
                        where (:scope::integer is null or id = :scope)
                          and (:after::text is null or code > :after)
                        order by code
                        limit :rows
                        """)
                .param("scope", caller.hotelId())
                .param("after", after)
                .param("rows", rows)
                .query(Hotel.class)
                .list();
    }

    Optional<Hotel> find(String code) {
        return jdbc.sql("""
                        select code, name, time_zone, confirm_policy, horizon_days
                        from hotel
                        where code = :code
                        """).param("code", code).query(Hotel.class).optional();
    }

    /** Creates the hotel or changes what is given of it; null leaves as it is, or to the default of a new hotel. */
    int put(
            String code,
            @Nullable String name,
            @Nullable String timeZone,
            @Nullable ConfirmPolicy confirmPolicy,
            @Nullable Integer horizonDays) {
        return jdbc.sql("""
                        with put as (
                            insert into hotel as h (code, name, time_zone, confirm_policy, horizon_days)
                                values (:code, coalesce(:name, :code), coalesce(:zone, 'Asia/Tokyo'),
                                        coalesce(:policy, 'STORED'), coalesce(:horizon::integer, 540))
                                on conflict (code) do update
                                    set name = coalesce(:name, h.name),
                                        time_zone = coalesce(:zone, h.time_zone),
                                        confirm_policy = coalesce(:policy, h.confirm_policy),
                                        horizon_days = coalesce(:horizon::integer, h.horizon_days)
                                returning id),
                             version as (
                                 insert into hotel_version (hotel_id)
                                     select id from put
                                     on conflict do nothing)
                        select id from put
                        """)
                .param("code", code)
                .param("name", name)
                .param("zone", timeZone)
                .param("policy", confirmPolicy == null ? null : confirmPolicy.name())
                .param("horizon", horizonDays)
                .query(Integer.class)
                .single();
    }
}
