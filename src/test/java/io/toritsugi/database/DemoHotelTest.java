package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoHotelTest {

    HikariDataSource pool;
    JdbcClient database;
    DemoHotel demo;

    @BeforeEach
    void on_a_new_database() {
        pool = TestDatabase.fresh();
        database = JdbcClient.create(pool);
        demo = new DemoHotel(database);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void it_has_five_types_with_twenty_rooms_each_and_a_code_for_every_one() {
        assertThat(demo.load()).isTrue();

        assertThat(rows("""
                        select t.code || ' ' || m.code || ' ' || t.capacity || ' ' || count(r.id) || ' ' || min(r.number)
                        from room_type t
                                 join room_mapping m on m.room_type_id = t.id and m.channel = '*'
                                 join room r on r.room_type_id = t.id
                        group by t.code, m.code, t.capacity, t.sort_order
                        order by t.sort_order
                        """))
                .containsExactly(
                        "SGL 0001 1 20 201",
                        "TWN 0002 2 20 301",
                        "DBL 0003 2 20 401",
                        "FAM 0005 5 20 501",
                        "JPN 0007 4 20 601");
    }

    @Test
    void its_hierarchy_has_no_cycle() {
        demo.load();

        assertThat(rows("""
                        with recursive walk (start, at) as (
                            select from_type_id, to_type_id from hierarchy_edge
                            union
                            select walk.start, e.to_type_id
                            from walk
                                     join hierarchy_edge e on e.from_type_id = walk.at
                        )
                        select start::text from walk where start = at
                        """)).isEmpty();
        assertThat(rows("select count(*)::text from hierarchy_edge")).containsExactly("7");
    }

    @Test
    void what_people_changed_in_it_stays_changed_when_it_is_loaded_again() {
        demo.load();
        database.sql("delete from room_mapping where code = '0007'").update();
        database.sql("update hotel set name = 'ours'").update();

        assertThat(demo.load()).isFalse();

        assertThat(rows("select code from room_mapping")).doesNotContain("0007").hasSize(4);
        assertThat(rows("select name from hotel")).containsExactly("ours");
    }

    private List<String> rows(String sql) {
        return database.sql(sql).query(String.class).list();
    }
}
