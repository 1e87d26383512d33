package io.toritsugi.stopsell;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.SettableClock;
import io.toritsugi.api.Http;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import io.toritsugi.link.LinkedHotel;
import io.toritsugi.simulator.StockFigure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A linked hotel whose types stand for groups, and the desk's view of its stop-sells. */
final class StopSells implements AutoCloseable {

    /** The simulator's groups, and what stands for them here. */
    private static final Map<String, String> GROUPS =
            new TreeMap<>(Map.of("1", "SGL", "2", "TWN", "3", "DBL", "5", "FAM", "7", "JPN"));

    final LinkedHotel hotel;
    final Http admin;
    final LocalDate today;

    private final JdbcClient jdbc;

    private StopSells(LinkedHotel hotel, SettableClock clock, JdbcClient jdbc) {
        this.hotel = hotel;
        this.admin = hotel.admin;
        this.jdbc = jdbc;
        this.today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo"));
    }

    /** A hotel with so many rooms of each type, linked, each type with its group. */
    static StopSells open(int port, SettableClock clock, JdbcClient jdbc, int rooms) {
        var stopSells = unlinked(port, clock, jdbc, rooms);
        stopSells.hotel.link(Map.of("poll", false));
        GROUPS.forEach(stopSells::group);
        return stopSells;
    }

    static StopSells unlinked(int port, SettableClock clock, JdbcClient jdbc, int rooms) {
        return new StopSells(LinkedHotel.open(port, clock, rooms), clock, jdbc);
    }

    void group(String group, String type) {
        jdbc.sql("""
                        insert into room_type_group (hotel_id, group_code, room_type_id)
                        select h.id, :group, t.id
                        from hotel h
                                 join room_type t on t.hotel_id = h.id and t.code = :type
                        where h.code = :hotel
                        """)
                .param("group", group)
                .param("type", type)
                .param("hotel", hotel.code)
                .update();
    }

    void noGroup(String group) {
        jdbc.sql(
                        "delete from room_type_group g using hotel h where h.id = g.hotel_id and h.code = :hotel and group_code = :group")
                .param("hotel", hotel.code)
                .param("group", group)
                .update();
    }

    void rooms(String type, int rooms) {
        admin.put(
                        hotel.house.path("/room-types/" + type),
                        Map.of("name", type, "capacity", 5, "smoking", false, "baseRate", 10_000, "rooms", rooms))
                .expect(200);
    }

    /** Marks a night of the twins as a person does who does not want it sold. */
    void stopInTheCalendar(LocalDate night) {
        hotel.admin
                .put(
                        hotel.house.path("/calendar/stop-sells"),
                        Map.of(
                                "roomType",
                                "TWN",
                                "from",
                                night.toString(),
                                "to",
                                night.plusDays(1).toString(),
                                "stopped",
                                true))
                .expect(204);
    }

    LocalDate in(int days) {
        return today.plusDays(days);
    }

    /** Books one twin for two nights; answers the telegram. */
    TelegramDocument book(int inDays) {
        var booking = House.booking("GUEST", in(inDays));
        hotel.house.send(booking);
        return booking;
    }

    void cancel(TelegramDocument booking) {
        hotel.house.send(House.again(booking, "CancellationReport"));
    }

    void policy(Map<String, Object> wanted) {
        admin.put(hotel.house.path("/stop-sell-policy"), wanted).expect(200);
    }

    List<JsonNode> list(String query) {
        return LinkedHotel.list(admin.get("/api/v1/stop-sells?hotel=" + hotel.code + query)
                .expect(200)
                .items());
    }

    JsonNode only(String query) {
        var found = list(query);
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " stop-sells: " + found);
        }
        return found.get(0);
    }

    JsonNode show(JsonNode stopSell) {
        return admin.get("/api/v1/stop-sells/" + stopSell.path("id").asLong())
                .expect(200)
                .json();
    }

    List<JsonNode> decisions() {
        return LinkedHotel.list(admin.get("/api/v1/stop-sells/decisions?hotel=" + hotel.code)
                .expect(200)
                .items());
    }

    Http.Answer act(JsonNode stopSell, String action) {
        return admin.post("/api/v1/stop-sells/" + stopSell.path("id").asLong() + "/" + action, Map.of());
    }

    Http.Answer dismiss(JsonNode stopSell, String reason) {
        return admin.post("/api/v1/stop-sells/" + stopSell.path("id").asLong() + "/dismiss", Map.of("reason", reason));
    }

    Http.Answer want(String action, String type, LocalDate from, LocalDate to) {
        return want(action, type, from, to, Map.of());
    }

    Http.Answer want(String action, String type, LocalDate from, LocalDate to, Map<String, Object> further) {
        var wanted = new HashMap<String, Object>(
                Map.of("roomType", type, "from", from.toString(), "to", to.toString(), "action", action));
        wanted.putAll(further);
        return admin.post(hotel.house.path("/stop-sells"), wanted);
    }

    /** The nights of a type that the inventory shows as stopped. */
    List<LocalDate> stopped(String type) {
        return LinkedHotel.list(admin.get(hotel.house.path("/inventory?from=" + today + "&to=" + in(500)))
                        .expect(200)
                        .items())
                .stream()
                .filter(night -> night.path("roomType").asText().equals(type)
                        && night.path("stopSell").asBoolean())
                .map(night -> LocalDate.parse(night.path("date").asText()))
                .toList();
    }

    /** What TL-Lincoln was told of a group, night by night. */
    Map<LocalDate, StockFigure> there(String group) {
        var figures = new TreeMap<LocalDate, StockFigure>();
        hotel.lincoln.adjustedStock(hotel.code).stream()
                .filter(figure -> figure.netRmTypeGroupCode().equals(group))
                .forEach(figure -> figures.put(figure.date(), figure));
        return figures;
    }

    @Override
    public void close() {
        hotel.close();
    }
}
