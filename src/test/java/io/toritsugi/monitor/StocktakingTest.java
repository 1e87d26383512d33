package io.toritsugi.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.inventory.Availability;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@HttpTest
class StocktakingTest {

    @LocalServerPort
    int port;

    @Autowired
    Stocktaking stocktaking;

    @Autowired
    Availability availability;

    @Autowired
    JdbcClient jdbc;

    private House house;
    private LocalDate today;

    /** Two rooms of each type. Twins: both sold on nights 2 and 3, one on 4 and 5. Singles: one sold on 5 and 6, one out of order on 5. */
    @BeforeEach
    void a_hotel_that_is_in_order() {
        house = House.open(port, 2);
        today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        house.send(House.booking("TARO MIHON", today.plusDays(2)));
        house.send(House.booking("HANAKO MIHON", today.plusDays(2)));
        house.send(House.booking("JIRO MIHON", today.plusDays(4)));
        var cancelled = House.booking("SABURO MIHON", today.plusDays(8));
        house.send(cancelled);
        house.send(House.again(cancelled, "CancellationReport"));
        house.send(House.booking("SHIRO MIHON", today.plusDays(5), "0001"));
        house.admin
                .post(
                        house.path("/rooms/SGL-001/out-of-order"),
                        Map.of(
                                "from",
                                today.plusDays(5).toString(),
                                "to",
                                today.plusDays(6).toString(),
                                "reason",
                                "点検"))
                .expect(201);
    }

    @Test
    void a_hotel_whose_numbers_follow_from_its_rooms_and_reservations_has_no_drift() {
        assertThat(drift()).isEmpty();
    }

    @Test
    void every_corrupted_number_of_the_table_is_found_with_what_it_should_be() {
        corrupt("sold = sold - 1", "TWN", 2);
        corrupt("sold = sold + 1", "TWN", 4);
        corrupt("rooms = rooms + 3", "TWN", 3);
        corrupt("out_of_order = 0", "SGL", 5);
        corrupt("overbooking = 2", "SGL", 6);
        jdbc.sql("""
                        delete from inventory i using room_type t, hotel h
                        where t.id = i.room_type_id and h.id = t.hotel_id and h.code = :hotel
                          and t.code = 'TWN' and i.night = :night
                        """)
                .param("hotel", house.hotel)
                .param("night", today.plusDays(5))
                .update();

        assertThat(drift())
                .containsExactly(
                        line("SGL", 5, "outOfOrder", 1, 0),
                        line("SGL", 6, "overbooking", 0, 2),
                        line("TWN", 2, "sold", 2, 1),
                        line("TWN", 3, "rooms", 2, 5),
                        line("TWN", 4, "sold", 1, 2),
                        line("TWN", 5, "sold", 1, 0));
    }

    @Test
    void what_has_drifted_is_an_incident_until_it_is_mended() {
        corrupt("sold = sold - 1", "TWN", 2);
        corrupt("rooms = 9", "TWN", 3);

        stocktaking.ofAllHotels();

        assertThat(incidents()).hasSize(1);
        assertThat(incidents().get(0).get("code").asText()).isEqualTo("system.inventory_drifted");
        assertThat(incidents().get(0).get("severity").asText()).isEqualTo("critical");
        assertThat(drift()).as("it is told and left as it is").hasSize(2);

        var mended = house.admin
                .post(house.path("/inventory/drift/mend"), Map.of())
                .expect(200)
                .items();

        assertThat(mended).hasSize(2);
        assertThat(drift()).isEmpty();
        assertThat(incidents()).isEmpty();
        var grid = availability.of(hotelId());
        int first = Math.toIntExact(today.toEpochDay());
        assertThat(grid.free(grid.indexOf("TWN"), first + 2)).isZero();
        assertThat(grid.free(grid.indexOf("TWN"), first + 3)).isZero();
        var record = house.admin
                .get("/api/v1/audit?hotel=" + house.hotel + "&limit=1")
                .expect(200)
                .items()
                .get(0);
        assertThat(record.get("action").asText()).isEqualTo("inventory.mended");
        assertThat(record.at("/before/0/counter").asText()).isEqualTo("sold");
        assertThat(record.at("/after")).isEmpty();
    }

    @Test
    void what_is_mended_of_a_hotel_in_order_is_nothing() {
        assertThat(house.admin
                        .post(house.path("/inventory/drift/mend"), Map.of())
                        .expect(200)
                        .items())
                .isEmpty();
    }

    @Test
    void a_night_that_is_truly_oversold_is_written_down_so_and_still_nobody_can_take_more() {
        house.admin.put(house.path("/room-types/TWN"), Map.of("rooms", 1)).expect(200);
        corrupt("sold = 0", "TWN", 2);
        corrupt("sold = 0", "TWN", 3);

        house.admin.post(house.path("/inventory/drift/mend"), Map.of()).expect(200);

        assertThat(drift()).isEmpty();
        var night = house.admin
                .get(house.path("/calendar?roomType=TWN&from=%s&to=%s".formatted(today.plusDays(2), today.plusDays(3))))
                .items()
                .get(0);
        assertThat(night.get("sold").asInt()).isEqualTo(2);
        assertThat(night.get("oversold").asInt()).isEqualTo(1);
        assertThatThrownBy(() -> corrupt("sold = sold + 1", "TWN", 2)).hasMessageContaining("is full");
    }

    @Test
    void the_drift_is_the_administrators() {
        assertThat(house.as("MANAGER").get(house.path("/inventory/drift")).problem())
                .isEqualTo("access.forbidden");
        assertThat(house.as("MANAGER")
                        .post(house.path("/inventory/drift/mend"), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(house.stranger("ADMIN").get(house.path("/inventory/drift")).status())
                .isEqualTo(403);
    }

    private void corrupt(String setting, String type, int later) {
        int rows = jdbc.sql("""
                        update inventory i
                        set %s
                        from room_type t join hotel h on h.id = t.hotel_id
                        where t.id = i.room_type_id and h.code = :hotel and t.code = :type and i.night = :night
                        """.formatted(setting))
                .param("hotel", house.hotel)
                .param("type", type)
                .param("night", today.plusDays(later))
                .update();
        assertThat(rows).isEqualTo(1);
    }

    private List<String> drift() {
        var items = house.admin.get(house.path("/inventory/drift")).expect(200).items();
        return StreamSupport.stream(items.spliterator(), false)
                .map(row -> "%s %s %s expected %s found %s"
                        .formatted(
                                row.get("roomType").asText(),
                                row.get("date").asText(),
                                row.get("counter").asText(),
                                row.get("expected"),
                                row.get("found")))
                .toList();
    }

    private String line(String type, int later, String counter, int expected, int found) {
        return "%s %s %s expected %d found %d".formatted(type, today.plusDays(later), counter, expected, found);
    }

    private List<JsonNode> incidents() {
        var items = house.admin
                .get("/api/v1/notifications?hotel=" + house.hotel)
                .expect(200)
                .items();
        return StreamSupport.stream(items.spliterator(), false)
                .filter(incident -> incident.get("code").asText().startsWith("system."))
                .toList();
    }

    private int hotelId() {
        return jdbc.sql("select id from hotel where code = :code")
                .param("code", house.hotel)
                .query(Integer.class)
                .single();
    }
}
