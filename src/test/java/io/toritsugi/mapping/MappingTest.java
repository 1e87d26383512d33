package io.toritsugi.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Http;
import io.toritsugi.api.Http.Answer;
import io.toritsugi.api.HttpTest;
import io.toritsugi.inventory.RoomTypeRef;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class MappingTest {

    private static final LocalDate ARRIVAL = LocalDate.of(2027, 3, 5);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RoomMappings mappings;

    private Http admin;
    private String hotel;
    private String path;

    @BeforeEach
    void aHotelWithTwoTypes() {
        admin = Http.admin(port);
        hotel = admin.newHotel();
        path = "/api/v1/hotels/" + hotel + "/mappings";
        admin.put("/api/v1/hotels/" + hotel + "/room-types/TWN", Map.of()).expect(201);
        admin.put("/api/v1/hotels/" + hotel + "/room-types/DBL", Map.of()).expect(201);
    }

    @Test
    void a_mapping_is_made_shown_changed_and_removed() {
        var created = map("*", " 0011 ", "TWN").expect(201);
        var one = path + "/" + created.json().get("id").asLong();
        assertThat(created.header("Location")).hasValue(one);
        assertThat(created.json().get("code").asText()).isEqualTo("0011");
        assertThat(created.json().get("validTo").isNull()).isTrue();
        assertThat(admin.get(one).json()).isEqualTo(created.json());
        assertThat(admin.get(path).items()).containsExactly(created.json());

        var changed = admin.put(
                        one, Map.of("channel", "Jalan", "code", "0011", "roomType", "DBL", "validTo", "2027-12-31"))
                .expect(200)
                .json();
        assertThat(changed.get("channel").asText()).isEqualTo("jalan");
        assertThat(changed.get("roomType").asText()).isEqualTo("DBL");
        assertThat(changed.get("validTo").asText()).isEqualTo("2027-12-31");

        admin.delete(one).expect(204);
        assertThat(admin.get(one).problem()).isEqualTo("mapping.unknown");
        assertThat(admin.get("/api/v1/audit?hotel=" + hotel).items().findValuesAsText("action"))
                .startsWith("mapping.deleted", "mapping.changed", "mapping.created");
    }

    @Test
    void a_change_is_used_by_the_very_next_look() {
        var before = mappings.tableOf(hotelId());
        assertThat(before.roomType("jalan", "0011", ARRIVAL)).isEmpty();

        map("*", "0011", "TWN").expect(201);

        var after = mappings.tableOf(hotelId());
        assertThat(after.roomType("jalan", "0011", ARRIVAL)).isEqualTo(type("TWN"));
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(mappings.currentVersions(List.of(hotelId(), -1)))
                .containsOnly(Map.entry(hotelId(), after.version()));
        assertThat(mappings.tableOf(hotelId())).isSameAs(after);
        assertThat(before.roomType("jalan", "0011", ARRIVAL)).isEmpty();
    }

    @Test
    void a_channels_own_row_comes_before_the_row_of_any_channel() {
        map("*", "0011", "TWN").expect(201);
        map("jalan", "0011", "DBL").expect(201);

        var table = mappings.tableOf(hotelId());

        assertThat(table.roomType("jalan", "0011", ARRIVAL)).isEqualTo(type("DBL"));
        assertThat(table.roomType("booking", "0011", ARRIVAL)).isEqualTo(type("TWN"));
    }

    @Test
    void codes_are_text_trimmed_and_leading_zeros_count() {
        map("*", "0011", "TWN").expect(201);

        var table = mappings.tableOf(hotelId());

        assertThat(table.roomType("jalan", " 0011\n", ARRIVAL)).isEqualTo(type("TWN"));
        assertThat(table.roomType("jalan", "11", ARRIVAL)).isEmpty();
        assertThat(table.roomType("jalan", "00011", ARRIVAL)).isEmpty();
    }

    @Test
    void validity_is_judged_by_the_check_in_date_and_includes_both_ends() {
        map("*", "0011", "TWN", "2027-03-01", "2027-03-05").expect(201);
        map("*", "0011", "DBL", "2027-03-06", null).expect(201);

        var table = mappings.tableOf(hotelId());

        assertThat(table.roomType("jalan", "0011", LocalDate.of(2027, 2, 28))).isEmpty();
        assertThat(table.roomType("jalan", "0011", LocalDate.of(2027, 3, 1))).isEqualTo(type("TWN"));
        assertThat(table.roomType("jalan", "0011", LocalDate.of(2027, 3, 5))).isEqualTo(type("TWN"));
        assertThat(table.roomType("jalan", "0011", LocalDate.of(2027, 3, 6))).isEqualTo(type("DBL"));
        assertThat(table.roomType("jalan", "0011", LocalDate.of(2099, 1, 1))).isEqualTo(type("DBL"));
    }

    @Test
    void two_rows_for_one_day_are_refused_and_the_row_in_the_way_is_named() {
        var first =
                map("*", "0011", "TWN", "2027-03-01", "2027-03-05").expect(201).json();

        var refused =
                admin.with("Accept-Language", "en").post(path, body("*", "0011", "DBL", "2027-03-05", "2027-04-01"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("mapping.overlap");
        assertThat(refused.json().get("conflict")).isEqualTo(first);
        assertThat(refused.json().get("detail").asText())
                .isEqualTo("Code “0011” (*) is already mapped for part of this period: TWN, 2027-03-01 – 2027-03-05.");
        assertThat(map("*", "0011", "DBL", "2027-03-06", "2027-04-01").status()).isEqualTo(201);
        assertThat(admin.put(path + "/" + first.get("id").asLong(), body("*", "0011", "DBL", null, "2027-03-05"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void of_many_at_once_for_one_code_exactly_one_stands() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            Callable<Integer> attempt = () -> map("*", "0022", "TWN").status();

            var statuses = threads.invokeAll(List.of(attempt, attempt, attempt, attempt)).stream()
                    .map(done -> {
                        try {
                            return done.get();
                        } catch (Exception failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .toList();

            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void what_is_refused_counts_no_version_on() {
        var before = mappings.tableOf(hotelId()).version();

        assertThat(map("*", "0011", "NOPE").problem()).isEqualTo("room_type.not_of_hotel");
        assertThat(map("*", " ", "TWN").json().at("/errors/0/field").asText()).isEqualTo("code");
        assertThat(map("*", "0011", "TWN", "2027-03-05", "2027-03-01")
                        .json()
                        .at("/errors/0/field")
                        .asText())
                .isEqualTo("validTo");

        assertThat(mappings.tableOf(hotelId()).version()).isEqualTo(before);
    }

    @Test
    void a_mapping_of_another_hotel_is_not_there() {
        var id = map("*", "0011", "TWN").expect(201).json().get("id").asLong();
        var other = "/api/v1/hotels/" + admin.newHotel() + "/mappings/" + id;

        assertThat(admin.get(other).status()).isEqualTo(404);
        assertThat(admin.put(other, body("*", "0011", "TWN", null, null)).status())
                .isEqualTo(404);
        assertThat(admin.delete(other).status()).isEqualTo(404);
    }

    @Test
    void an_operator_may_map_and_a_viewer_may_look() {
        var operator =
                Http.withKey(port, admin.newKey("OPERATOR", hotel).get("key").asText());
        var viewer = Http.withKey(port, admin.newKey("VIEWER", hotel).get("key").asText());

        assertThat(operator.post(path, body("*", "0011", "TWN", null, null)).status())
                .isEqualTo(201);
        assertThat(viewer.get(path).items()).hasSize(1);
        assertThat(viewer.post(path, body("*", "0012", "TWN", null, null)).status())
                .isEqualTo(403);
    }

    @Test
    void mappings_are_filtered_and_read_page_by_page() {
        for (var code : List.of("0001", "0002", "0003")) {
            map("*", code, "TWN").expect(201);
        }
        map("jalan", "0001", "DBL").expect(201);

        var first = admin.get(path + "?limit=2").json();
        var second = admin.get(path + "?limit=2&cursor=" + first.get("next").asText())
                .json();

        assertThat(first.get("items").findValuesAsText("code")).containsExactly("0001", "0002");
        assertThat(second.get("items").findValuesAsText("code")).containsExactly("0003", "0001");
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(admin.get(path + "?channel=jalan").items()).hasSize(1);
        assertThat(admin.get(path + "?code=0001").items()).hasSize(2);
    }

    private Answer map(String channel, String code, String roomType) {
        return map(channel, code, roomType, null, null);
    }

    private Answer map(String channel, String code, String roomType, @Nullable String from, @Nullable String to) {
        return admin.post(path, body(channel, code, roomType, from, to));
    }

    private static Map<String, String> body(
            String channel, String code, String roomType, @Nullable String from, @Nullable String to) {
        var body = new HashMap<String, String>(Map.of("channel", channel, "code", code, "roomType", roomType));
        body.put("validFrom", from);
        body.put("validTo", to);
        return body;
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", hotel)
                .query(Integer.class)
                .single();
    }

    private Optional<RoomTypeRef> type(String code) {
        return jdbc.sql("select id, code from room_type where hotel_id = :hotel and code = :code")
                .param("hotel", hotelId())
                .param("code", code)
                .query(RoomTypeRef.class)
                .optional();
    }
}
