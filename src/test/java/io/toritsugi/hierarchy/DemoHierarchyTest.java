package io.toritsugi.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.toritsugi.database.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class DemoHierarchyTest {

    @Test
    void the_demo_hotels_hierarchy_has_neither_errors_nor_warnings() throws IOException {
        try (var pool = TestDatabase.fresh()) {
            var database = JdbcClient.create(pool);
            var seed = new ClassPathResource("db/seed/demo_hotel.sql").getContentAsString(StandardCharsets.UTF_8);
            database.sql(seed).query(Long.class).single();
            var hotel =
                    database.sql("select id from hotel").query(Integer.class).single();
            var json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

            var state = new HierarchyTables(database, json).read(hotel);

            assertThat(state.edges())
                    .extracting(Edge::name)
                    .containsExactly(
                            "SGL->DBL", "SGL->TWN", "TWN->DBL", "TWN->JPN", "TWN->FAM", "DBL->FAM", "JPN->FAM");
            assertThat(state.compiled().rules()).isEqualTo(UpgradeRules.NONE);
            var check = GraphCheck.of(state.edges(), state.types());
            assertThat(check.errors()).isEmpty();
            assertThat(check.warnings()).isEmpty();
        }
    }
}
