package io.toritsugi.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import io.toritsugi.hierarchy.UpgradeRules.Placement;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A small hotel whose bookings are upgraded: one SGL, one TWN, one DBL, each for two but the DBL for four. After every telegram
 * its stock is counted again from the reservations alone.
 */
final class UpgradedHouse {

    /** The first night that anybody books. */
    static final LocalDate FIFTH = LocalDate.of(2027, 3, 5);

    private static final Map<String, String> CODES = Map.of("SGL", "0001", "TWN", "0002", "DBL", "0003");
    private static final int NIGHTS = 6;

    final House house;
    private final JdbcClient jdbc;
    private int sent;

    UpgradedHouse(int port, JdbcClient jdbc) {
        this.house = House.open(port, 1);
        this.jdbc = jdbc;
        type("SGL", 2, 9_000, 1);
        type("TWN", 2, 12_000, 1);
        type("DBL", 4, 15_000, 1);
    }

    void type(String code, int capacity, int baseRate, int rooms) {
        house.admin
                .put(
                        house.path("/room-types/" + code),
                        Map.of("capacity", capacity, "baseRate", baseRate, "rooms", rooms))
                .expect(200);
    }

    /** Relations, the best first, as {@code SGL->TWN}; rules without other limits than these. */
    void say(Placement placement, boolean capacityRequired, String... relations) {
        var edges = IntStream.range(0, relations.length)
                .mapToObj(index -> {
                    var pair = relations[index].split("->");
                    return Map.of("from", pair[0], "to", pair[1], "priority", index + 1);
                })
                .toList();
        house.admin.put(house.path("/hierarchy"), Map.of("edges", edges)).expect(200);
        house.admin
                .put(
                        house.path("/hierarchy/rules"),
                        Map.of("capacityRequired", capacityRequired, "placement", placement))
                .expect(200);
    }

    // ---- what the OTA sends

    /** A telegram of a booking; {@code night} counts from 5 for the fifth of March. */
    TelegramDocument telegram(String kind, String number, int minute, int night, int nights, String... types) {
        sent++;
        return new TelegramDocument(
                kind,
                "20270110%09d".formatted(sent),
                LocalDateTime.of(2027, 1, 10, 9, 0).plusMinutes(minute),
                "Booking.com",
                number,
                "TARO MIHON",
                FIFTH.plusDays(night - 5L),
                nights,
                List.of(types).stream().map(CODES::get).toList(),
                10_000);
    }

    TelegramDocument booking(String number, int minute, int night, int nights, String... types) {
        return telegram("NewBookReport", number, minute, night, nights, types);
    }

    TelegramDocument modification(String number, int minute, int night, int nights, String... types) {
        return telegram("ModificationReport", number, minute, night, nights, types);
    }

    TelegramDocument cancellation(String number, int minute) {
        return telegram("CancellationReport", number, minute, 5, 1, "SGL");
    }

    JsonNode send(TelegramDocument telegram) {
        return counted(house.send(telegram));
    }

    /** Sends a telegram with so many guests in each room instead of two. */
    JsonNode send(TelegramDocument telegram, int guests) {
        var xml = telegram.xml()
                .replace("<PerRoomPaxCount>2<", "<PerRoomPaxCount>" + guests + "<")
                .replaceAll(
                        "<GrandTotalPaxCount>\\d+<",
                        "<GrandTotalPaxCount>" + guests * telegram.rooms().size() + "<");
        return counted(house.deliver(xml.getBytes(StandardCharsets.UTF_8))
                .path("telegrams")
                .path(0));
    }

    List<JsonNode> sendTogether(TelegramDocument... telegrams) {
        return counted(
                list(house.deliver(TelegramDocument.answer(List.of(telegrams)).getBytes(StandardCharsets.UTF_8))
                        .path("telegrams")));
    }

    private <T> T counted(T answer) {
        assertThat(soldBeyondReservations())
                .as("stock as the reservations have it")
                .isEmpty();
        return answer;
    }

    /** Nights whose sold rooms are not those in which guests of standing reservations sleep, counted from those alone. */
    List<Map<String, Object>> soldBeyondReservations() {
        return jdbc.sql("""
                        with taken as (
                            select n.assigned_type_id as type, n.first_night + day as night, count(*) as rooms
                            from reservation r
                                     join hotel h on h.id = r.hotel_id
                                     join reservation_room n on n.reservation_id = r.id
                                     cross join generate_series(0, cardinality(n.amounts) - 1) as day
                            where h.code = :hotel and r.status <> 'cancelled'
                            group by 1, 2),
                             sold as (
                                 select i.room_type_id as type, i.night, i.sold
                                 from inventory i
                                          join hotel h on h.id = i.hotel_id
                                 where h.code = :hotel)
                        select *
                        from taken
                                 full join sold using (type, night)
                        where coalesce(taken.rooms, 0) <> coalesce(sold.sold, 0)
                        """).param("hotel", house.hotel).query().listOfRows();
    }

    // ---- what became of it

    JsonNode reservation(String number) {
        var found = house.admin
                .get(house.path("/reservations?bookingNumber=" + number))
                .expect(200)
                .items();
        assertThat(found).as("reservations of " + number).hasSize(1);
        return found.get(0);
    }

    boolean holds(String number) {
        return !house.admin
                .get(house.path("/reservations?bookingNumber=" + number))
                .expect(200)
                .items()
                .isEmpty();
    }

    /** Each room as {@code booked/assigned/charged firstNight x nights @ amount}. */
    List<String> rooms(String number) {
        var rooms = new ArrayList<String>();
        for (var room : reservation(number).get("rooms")) {
            var nights = list(room.get("nights"));
            rooms.add("%s/%s/%s %s x %d @ %s"
                    .formatted(
                            room.get("bookedType").asText(),
                            room.get("assignedType").asText(),
                            room.get("chargedType").asText(),
                            LocalDate.parse(nights.get(0).get("date").asText()).getDayOfMonth(),
                            nights.size(),
                            nights.stream()
                                    .map(night -> night.get("amount").asText())
                                    .distinct()
                                    .toList()));
        }
        return rooms;
    }

    List<String> flags(String number) {
        return texts(reservation(number).get("flags"));
    }

    int revision(String number) {
        return reservation(number).get("revision").asInt();
    }

    /** Rooms sold of a type, from the fifth of March on. */
    List<Integer> sold(String type) {
        var rows = list(house.admin
                .get(house.path("/inventory?from=" + FIFTH + "&to=" + FIFTH.plusDays(NIGHTS)))
                .expect(200)
                .items());
        return IntStream.range(0, NIGHTS)
                .mapToObj(night -> rows.stream()
                        .filter(row -> row.get("roomType").asText().equals(type))
                        .filter(row -> row.get("date")
                                .asText()
                                .equals(FIFTH.plusDays(night).toString()))
                        .map(row -> row.get("sold").asInt())
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    List<JsonNode> failures() {
        return list(house.admin
                .get("/api/v1/failures?hotel=" + house.hotel)
                .expect(200)
                .items());
    }

    /** What was decided for a booking's telegrams, the first first: {@code SGL->TWN rule:placed x1}. */
    List<String> decisions(String number) {
        return jdbc.sql("""
                        select requested.code || '->' || coalesce(chosen.code, '') || ' ' || d.decided_by || ' x' || d.rooms
                        from upgrade_decision d
                                 join telegram t on t.id = d.telegram_id
                                 join hotel h on h.id = d.hotel_id
                                 join room_type requested on requested.id = d.requested_type_id
                                 left join room_type chosen on chosen.id = d.chosen_type_id
                        where h.code = :hotel and t.booking_number = :number
                        order by d.id
                        """)
                .param("hotel", house.hotel)
                .param("number", number)
                .query(String.class)
                .list();
    }

    /** How a reservation came to be as it is: {@code 1 imported}, … */
    List<String> history(String number) {
        return list(house.admin
                        .get(house.path(
                                "/reservations/" + reservation(number).get("id").asText()))
                        .expect(200)
                        .json()
                        .get("revisions"))
                .stream()
                .map(revision -> revision.get("revision").asText() + " "
                        + revision.get("change").asText())
                .toList();
    }

    static List<String> texts(JsonNode array) {
        return list(array).stream().map(JsonNode::asText).toList();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
