package io.toritsugi.hierarchy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.hierarchy.UpgradeRules.Blackout;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import io.toritsugi.hierarchy.UpgradeRules.Smoking;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class HierarchyRulesTest {

    private static final String DEFAULTS = """
            {"maxUpgradeLevels":null,"priceDifferenceLimit":null,"priceDifferenceLimitPercent":null,"capacityRequired":true,
             "smoking":"any","blackoutDates":[],"freezeDays":null,"displacementFirst":false,"excludedChannels":[],
             "excludedPlans":[],"placement":{"mode":"suggest","maxLevels":null,"maxPriceDifference":null}}""";

    private static final String ALL = """
            {"maxUpgradeLevels":2,"priceDifferenceLimit":5000,"priceDifferenceLimitPercent":40,"capacityRequired":false,
             "smoking":"match","blackoutDates":[{"from":"2027-04-29","to":"2027-05-05"},{"from":"2027-12-31","to":"2027-12-31"}],
             "freezeDays":3,"displacementFirst":true,"excludedChannels":["booking","jalan"],"excludedPlans":["P01"],
             "placement":{"mode":"automatic","maxLevels":1,"maxPriceDifference":3000}}""";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Hierarchies hierarchies;

    private Http admin;
    private String hotel;
    private String path;

    @BeforeEach
    void aHotel() {
        admin = Http.admin(port);
        hotel = admin.newHotel();
        path = "/api/v1/hotels/" + hotel + "/hierarchy/rules";
    }

    @Test
    void a_hotel_that_has_set_none_has_the_defaults() {
        var shown = admin.get(path).expect(200);

        assertThat(shown.json()).isEqualTo(json(DEFAULTS));
        assertThat(shown.header("ETag")).hasValue("\"0\"");
        assertThat(hierarchies.of(hotelId()).rules()).isEqualTo(UpgradeRules.NONE);
    }

    @Test
    void all_rules_are_stored_and_used_by_the_very_next_decision() {
        var put = admin.send("PUT", path, ALL).expect(200);

        assertThat(put.json()).isEqualTo(json(ALL));
        assertThat(put.header("ETag")).hasValue("\"1\"");
        assertThat(admin.get(path).json()).isEqualTo(json(ALL));
        assertThat(hierarchies.of(hotelId()).rules())
                .isEqualTo(new UpgradeRules(
                        2,
                        5000,
                        40,
                        false,
                        Smoking.MATCH,
                        List.of(
                                new Blackout(LocalDate.of(2027, 4, 29), LocalDate.of(2027, 5, 5)),
                                new Blackout(LocalDate.of(2027, 12, 31), LocalDate.of(2027, 12, 31))),
                        3,
                        true,
                        Set.of("jalan", "booking"),
                        Set.of("P01"),
                        new Placement(Placement.Mode.AUTOMATIC, 1, 3000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{\"maxUpgradeLevels\":null,\"capacityRequired\":null,\"smoking\":null,\"blackoutDates\":null,"
                        + "\"displacementFirst\":null,\"excludedChannels\":null,\"placement\":null}",
                "{\"placement\":{\"mode\":null}}"
            })
    void what_is_null_or_absent_takes_its_default(String body) {
        admin.send("PUT", path, ALL).expect(200);

        assertThat(admin.send("PUT", path, body).expect(200).json()).isEqualTo(json(DEFAULTS));
        assertThat(hierarchies.of(hotelId()).rules()).isEqualTo(UpgradeRules.NONE);
    }

    @Test
    void names_and_dates_are_kept_once_and_in_order() {
        var stored = admin.send("PUT", path, """
                        {"excludedChannels":[" Jalan ","booking","jalan"],"excludedPlans":["b","B","b"],
                         "blackoutDates":[{"from":"2027-05-01","to":"2027-05-02"},{"from":"2027-01-01","to":"2027-01-03"},
                                          {"from":"2027-05-01","to":"2027-05-02"}]}""").expect(200).json();

        assertThat(stored.get("excludedChannels")).isEqualTo(json("[\"booking\",\"jalan\"]"));
        assertThat(stored.get("excludedPlans")).isEqualTo(json("[\"B\",\"b\"]"));
        assertThat(stored.get("blackoutDates").findValuesAsText("from")).containsExactly("2027-01-01", "2027-05-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"maxUpgradeLevels\":-1}|maxUpgradeLevels",
                "{\"priceDifferenceLimit\":-1}|priceDifferenceLimit",
                "{\"priceDifferenceLimitPercent\":-1}|priceDifferenceLimitPercent",
                "{\"freezeDays\":-1}|freezeDays",
                "{\"blackoutDates\":[{\"from\":\"2027-05-01\"}]}|blackoutDates[0].to",
                "{\"blackoutDates\":[{\"from\":\"2027-05-02\",\"to\":\"2027-05-01\"}]}|blackoutDates[0].to",
                "{\"blackoutDates\":[{\"from\":\"2027-05-02\",\"to\":\"+999999-05-01\"}]}|blackoutDates[0].to",
                "{\"excludedChannels\":[\" \"]}|excludedChannels[0]",
                "{\"placement\":{\"maxLevels\":-1}}|placement.maxLevels"
            })
    void what_makes_no_sense_is_refused_by_its_field(String body, String field) {
        var refused = admin.send("PUT", path, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(admin.get(path).header("ETag")).hasValue("\"0\"");
    }

    @Test
    void a_word_that_no_rule_knows_is_refused() {
        assertThat(admin.put(path, Map.of("smoking", "sometimes")).status()).isEqualTo(400);
        assertThat(admin.put(path, Map.of("placement", Map.of("mode", "always")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void rules_move_the_version_of_the_hierarchy_once_and_only_when_they_change() {
        admin.send("PUT", path, ALL).expect(200);
        admin.send("PUT", path, ALL).expect(200);

        assertThat(admin.get(path).header("ETag")).hasValue("\"1\"");
        assertThat(admin.with("If-Match", "\"0\"").send("PUT", path, DEFAULTS).problem())
                .isEqualTo("hierarchy.stale");
        assertThat(admin.with("If-Match", "\"1\"").send("PUT", path, DEFAULTS).status())
                .isEqualTo(200);
        assertThat(admin.get(path).header("ETag")).hasValue("\"2\"");
    }

    @Test
    void a_change_of_rules_is_in_the_audit_with_what_was_before_and_after() {
        admin.send("PUT", path, ALL).expect(200);

        var entry = admin.get("/api/v1/audit?hotel=" + hotel).items().get(0);

        assertThat(entry.get("action").asText()).isEqualTo("hierarchy.rules_changed");
        assertThat(entry.get("before")).isEqualTo(json(DEFAULTS));
        assertThat(entry.get("after")).isEqualTo(json(ALL));
    }

    private static JsonNode json(String text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException notJson) {
            throw new IllegalArgumentException(text, notJson);
        }
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", hotel)
                .query(Integer.class)
                .single();
    }
}
