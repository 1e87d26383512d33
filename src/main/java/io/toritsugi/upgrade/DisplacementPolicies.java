package io.toritsugi.upgrade;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of displacement policies. A change moves the version of the hotel's hierarchy, by which decisions notice it. */
@Component
class DisplacementPolicies {

    private final JdbcClient jdbc;

    DisplacementPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    DisplacementPolicy of(int hotelId) {
        return jdbc.sql("select reported, history_days from displacement_policy where hotel_id = :hotel")
                .param("hotel", hotelId)
                .query(DisplacementPolicy.class)
                .optional()
                .orElse(DisplacementPolicy.DEFAULT);
    }

    void put(int hotelId, DisplacementPolicy policy) {
        jdbc.sql("""
                        insert into displacement_policy (hotel_id, reported, history_days)
                        values (:hotel, :reported, :days)
                        on conflict (hotel_id) do update
                            set reported = excluded.reported, history_days = excluded.history_days
                        """)
                .param("hotel", hotelId)
                .param("reported", policy.reported())
                .param("days", policy.historyDays())
                .update();
        jdbc.sql("""
                        insert into hotel_version as v (hotel_id, hierarchy)
                        values (:hotel, 1)
                        on conflict (hotel_id) do update set hierarchy = v.hierarchy + 1
                        """).param("hotel", hotelId).update();
    }
}
