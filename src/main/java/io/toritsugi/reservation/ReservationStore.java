package io.toritsugi.reservation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.booking.BookedRoom;
import io.toritsugi.booking.BookedStay;
import io.toritsugi.database.Columns;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.inventory.RoomTypeRef;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads and writes reservations, a batch at a time; in the lane's transaction. */
@Component
class ReservationStore {

    private static final char FLAG_SEPARATOR = '\u001f';

    private static final String HELD = """
            select r.id, r.hotel_id, r.channel_key, r.booking_number, r.standing_telegram, r.status, r.revision,
                   r.cancellation_charge, r.room_changes, r.created_at,
                   room.room_no, room.assigned_type_id, room.first_night, room.end_date,
                   booked.id as booked_id, booked.code as booked_code
            from unnest(?::integer[], ?::text[], ?::text[]) as wanted (hotel_id, channel_key, booking_number)
                     join reservation r
                          on r.hotel_id = wanted.hotel_id
                              and r.channel_key = wanted.channel_key
                              and r.booking_number = wanted.booking_number
                     left join reservation_room room on room.reservation_id = r.id
                     left join room_type booked on booked.id = room.booked_type_id
            """;

    private static final String WRITE = """
            insert into reservation (id, hotel_id, channel, channel_key, booking_number, status, check_in, check_out,
                                     guest_name, guest_kana, room_total, options_total, header_total, discount_total,
                                     cancellation_charge, settlement, due_on_site, plan_code, plan_name, flags, revision,
                                     standing_telegram, details, created_at, updated_at)
            select id, hotel_id, channel, channel_key, booking_number, status, check_in, check_out,
                   guest_name, guest_kana, room_total, options_total, header_total, discount_total,
                   cancellation_charge, settlement, due_on_site, plan_code, plan_name,
                   coalesce(string_to_array(nullif(flags, ''), E'\\x1f'), '{}'), revision,
                   standing_telegram, details::jsonb, at, at
            from unnest(?::uuid[], ?::integer[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::date[],
                        ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],
                        ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::integer[],
                        ?::bigint[], ?::text[], ?::timestamptz[])
                     as written (id, hotel_id, channel, channel_key, booking_number, status, check_in, check_out,
                                 guest_name, guest_kana, room_total, options_total, header_total, discount_total,
                                 cancellation_charge, settlement, due_on_site, plan_code, plan_name, flags, revision,
                                 standing_telegram, details, at)
            on conflict (hotel_id, channel_key, booking_number) do update
                set status              = excluded.status,
                    check_in            = excluded.check_in,
                    check_out           = excluded.check_out,
                    guest_name          = excluded.guest_name,
                    guest_kana          = excluded.guest_kana,
                    room_total          = excluded.room_total,
                    options_total       = excluded.options_total,
                    header_total        = excluded.header_total,
                    discount_total      = excluded.discount_total,
                    cancellation_charge = excluded.cancellation_charge,
                    settlement          = excluded.settlement,
                    due_on_site         = excluded.due_on_site,
                    plan_code           = excluded.plan_code,
                    plan_name           = excluded.plan_name,
                    flags               = excluded.flags,
                    revision            = excluded.revision,
                    standing_telegram   = excluded.standing_telegram,
                    details             = excluded.details,
                    updated_at          = excluded.updated_at
            """;

    private static final String CLEAR_ROOMS = "delete from reservation_room where reservation_id = any (?::uuid[])";

    private static final String WRITE_ROOMS = """
            insert into reservation_room (reservation_id, room_no, code, booked_type_id, assigned_type_id, charged_type_id,
                                          adults, children, first_night, end_date, amounts)
            select reservation_id, room_no, code, booked_id, assigned_id, charged_id,
                   adults, children, first_night, end_date, amounts::integer[]
            from unnest(?::uuid[], ?::smallint[], ?::text[], ?::integer[], ?::integer[], ?::integer[], ?::smallint[],
                        ?::smallint[], ?::date[], ?::date[], ?::text[])
                     as written (reservation_id, room_no, code, booked_id, assigned_id, charged_id, adults, children,
                                 first_night, end_date, amounts)
            """;

    private static final String RECORD_REVISIONS = """
            insert into reservation_revision (reservation_id, revision, telegram_id, recorded_at, change, state)
            select reservation_id, revision, telegram_id, recorded_at, change, state::jsonb
            from unnest(?::uuid[], ?::integer[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[])
                     as written (reservation_id, revision, telegram_id, recorded_at, change, state)
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    ReservationStore(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Flags as one text, for a statement that takes many rows; it splits them again. */
    static String flags(List<String> flags) {
        return String.join(String.valueOf(FLAG_SEPARATOR), flags);
    }

    /** What the hotel holds of these bookings. */
    Map<BookingKey, HeldReservation> held(Collection<BookingKey> bookings) {
        Map<BookingKey, HeldRows> rows = new HashMap<>();
        jdbc.query(
                HELD,
                (PreparedStatement statement) -> Columns.of(bookings)
                        .column("int4", BookingKey::hotelId)
                        .column("text", BookingKey::channelKey)
                        .column("text", BookingKey::bookingNumber)
                        .bind(statement, 1),
                row -> {
                    var key = new BookingKey(
                            row.getInt("hotel_id"), row.getString("channel_key"), row.getString("booking_number"));
                    var held = rows.get(key);
                    if (held == null) {
                        held = HeldRows.of(row);
                        rows.put(key, held);
                    }
                    held.add(row);
                });
        return rows.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toHeld(entry.getKey())));
    }

    /** Writes reservations as they are to stand, their rooms where these changed, and a revision for each. */
    void write(List<ReservationChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        writeReservations(changes);
        writeRooms(changes.stream().filter(ReservationChange::roomsChanged).toList());
        recordRevisions(changes);
    }

    private void writeReservations(List<ReservationChange> changes) {
        jdbc.update(
                WRITE,
                (PreparedStatement statement) -> Columns.of(changes)
                        .column("uuid", ReservationChange::id)
                        .column("int4", change -> change.standing().hotelId())
                        .column("text", change -> change.standing().channel())
                        .column("text", change -> change.standing().channelKey())
                        .column("text", change -> change.standing().bookingNumber())
                        .column("text", ReservationChange::status)
                        .column("date", ofStay(BookedStay::checkIn))
                        .column("date", ofStay(BookedStay::checkOut))
                        .column(
                                "text",
                                change -> change.stay() == null
                                        ? ""
                                        : change.stay().guest().name())
                        .column(
                                "text",
                                change -> change.stay() == null
                                        ? ""
                                        : change.stay().guest().kana())
                        .column("int8", money(BookedStay::roomTotal))
                        .column("int8", money(BookedStay::optionsTotal))
                        .column("int8", money(BookedStay::headerTotal))
                        .column("int8", money(BookedStay::discountTotal))
                        .column("int8", ReservationChange::cancellationCharge)
                        .column("text", change -> change.settlement().spelling())
                        .column("int8", money(BookedStay::dueOnSite))
                        .column("text", ofStay(BookedStay::planCode))
                        .column("text", ofStay(BookedStay::planName))
                        .column("text", change -> flags(change.flags()))
                        .column("int4", ReservationChange::revision)
                        .column("int8", change -> change.standing().id())
                        .column("text", this::details)
                        .column("timestamptz", ReservationChange::at)
                        .bind(statement, 1));
    }

    private void writeRooms(List<ReservationChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        jdbc.update(
                CLEAR_ROOMS,
                (PreparedStatement statement) -> Columns.of(changes)
                        .column("uuid", ReservationChange::id)
                        .bind(statement, 1));
        var rooms = new ArrayList<RoomRow>();
        for (var change : changes) {
            var mapped = change.rooms();
            for (int number = 1; mapped != null && number <= mapped.types().size(); number++) {
                rooms.add(new RoomRow(change.id(), number, mapped));
            }
        }
        if (!rooms.isEmpty()) {
            jdbc.update(
                    WRITE_ROOMS,
                    (PreparedStatement statement) -> Columns.of(rooms)
                            .column("uuid", RoomRow::reservation)
                            .column("int2", RoomRow::number)
                            .column("text", row -> row.room().code())
                            .column(
                                    "int4",
                                    row -> row.mapped().booked(row.number()).id())
                            .column(
                                    "int4",
                                    row -> row.mapped().assigned(row.number()).id())
                            .column(
                                    "int4",
                                    row -> row.mapped().charged(row.number()).id())
                            .column("int2", row -> row.room().adults())
                            .column("int2", row -> row.room().children())
                            .column("date", row -> row.room().firstNight())
                            .column("date", row -> row.room().endDate())
                            .column(
                                    "text",
                                    row -> row.room().amounts().stream()
                                            .map(String::valueOf)
                                            .collect(Collectors.joining(",", "{", "}")))
                            .bind(statement, 1));
        }
    }

    private void recordRevisions(List<ReservationChange> changes) {
        jdbc.update(
                RECORD_REVISIONS,
                (PreparedStatement statement) -> Columns.of(changes)
                        .column("uuid", ReservationChange::id)
                        .column("int4", ReservationChange::revision)
                        .column("int8", change -> change.causedBy().id())
                        .column("timestamptz", ReservationChange::at)
                        .column("text", change -> change.change().spelling())
                        .column("text", this::state)
                        .bind(statement, 1));
    }

    private String details(ReservationChange change) {
        if (change.stay() == null) {
            return "{}";
        }
        var details = new LinkedHashMap<String, Object>(change.stay().details().values());
        details.put("requests", change.stay().requests());
        return write(details);
    }

    private String state(ReservationChange change) {
        var state = new LinkedHashMap<String, @Nullable Object>();
        state.put("status", change.status());
        state.put("cancellationCharge", change.cancellationCharge());
        state.put("flags", change.flags());
        var stay = change.stay();
        if (stay != null) {
            state.put("checkIn", stay.checkIn());
            state.put("checkOut", stay.checkOut());
            state.put("guest", stay.guest());
            state.put("rooms", rooms(change, stay));
            state.put("roomTotal", stay.roomTotal());
            state.put("optionsTotal", stay.optionsTotal());
            state.put("headerTotal", stay.headerTotal());
            state.put("discountTotal", stay.discountTotal());
            state.put("settlement", stay.settlement());
            state.put("dueOnSite", stay.dueOnSite());
            state.put("planCode", stay.planCode());
            state.put("planName", stay.planName());
        }
        return write(state);
    }

    private static List<Map<String, Object>> rooms(ReservationChange change, BookedStay stay) {
        var mapped = change.rooms();
        var rooms = new ArrayList<Map<String, Object>>();
        for (int room = 0; room < stay.rooms().size(); room++) {
            var booked = stay.rooms().get(room);
            var shown = new LinkedHashMap<String, Object>();
            shown.put("code", booked.code());
            if (mapped != null) {
                shown.put("bookedType", mapped.booked(room + 1).code());
                shown.put("assignedType", mapped.assigned(room + 1).code());
                shown.put("chargedType", mapped.charged(room + 1).code());
            }
            shown.put("adults", booked.adults());
            shown.put("children", booked.children());
            shown.put("firstNight", booked.firstNight());
            shown.put("amounts", booked.amounts());
            rooms.add(shown);
        }
        return rooms;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException notSerialisable) {
            throw new IllegalStateException("Cannot write " + value.getClass() + " as JSON", notSerialisable);
        }
    }

    private static Function<ReservationChange, @Nullable Object> ofStay(Function<BookedStay, @Nullable Object> part) {
        return change -> change.stay() == null ? null : part.apply(change.stay());
    }

    private static Function<ReservationChange, @Nullable Object> money(Function<BookedStay, Long> part) {
        return change -> change.stay() == null ? Long.valueOf(0) : part.apply(change.stay());
    }

    private record RoomRow(UUID reservation, int number, MappedStay mapped) {

        BookedRoom room() {
            return mapped.room(number);
        }
    }

    /** The rows of one held reservation while they are gathered. */
    private record HeldRows(
            UUID id,
            long standingTelegram,
            String status,
            int revision,
            @Nullable Long charge,
            int roomChanges,
            OffsetDateTime createdAt,
            Map<NightKey, Integer> nights,
            SortedMap<Integer, RoomTypeRef> booked) {

        static HeldRows of(ResultSet row) throws SQLException {
            return new HeldRows(
                    row.getObject("id", UUID.class),
                    row.getLong("standing_telegram"),
                    row.getString("status"),
                    row.getInt("revision"),
                    row.getObject("cancellation_charge", Long.class),
                    row.getInt("room_changes"),
                    row.getObject("created_at", OffsetDateTime.class),
                    new TreeMap<>(),
                    new TreeMap<>());
        }

        void add(ResultSet row) throws SQLException {
            var firstNight = row.getObject("first_night", LocalDate.class);
            if (firstNight == null) {
                return;
            }
            int typeId = row.getInt("assigned_type_id");
            booked.put(row.getInt("room_no"), new RoomTypeRef(row.getInt("booked_id"), row.getString("booked_code")));
            if (!status.equals("cancelled")) {
                firstNight
                        .datesUntil(row.getObject("end_date", LocalDate.class))
                        .forEach(night -> nights.merge(new NightKey(typeId, night), 1, Integer::sum));
            }
        }

        HeldReservation toHeld(BookingKey key) {
            return new HeldReservation(
                    id,
                    key,
                    standingTelegram,
                    status,
                    revision,
                    roomChanges,
                    List.copyOf(booked.values()),
                    nights,
                    charge,
                    createdAt.toInstant());
        }
    }
}
