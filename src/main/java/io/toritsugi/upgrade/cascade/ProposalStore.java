package io.toritsugi.upgrade.cascade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.toritsugi.access.HotelRef;
import io.toritsugi.database.Columns;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.upgrade.cascade.CascadeQuestion.Purpose;
import io.toritsugi.upgrade.cascade.Proposal.ProposedMove;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes proposals with their moves; in the caller's transaction. */
@Component
class ProposalStore {

    private static final String LIST = SqlFile.text("upgrade/cascades");
    private static final String WHOLE = SqlFile.text("upgrade/cascade-whole");
    private static final String MOVES = SqlFile.text("upgrade/cascade-moves");
    private static final String OUTDATE = SqlFile.text("upgrade/outdate-cascades");

    private static final String ADD = """
            insert into cascade_proposal (id, hotel_id, state, purpose, failure_id, requested_type_id, check_in, check_out, guests,
                                          rooms, freed_type_id, window_days, most_rooms, cost, method, hierarchy_version,
                                          availability_version, evidence, proposed_by, proposed_at)
            values (:id, :hotel, 'proposed', :purpose, :failure, :requested, :checkIn, :checkOut, :guests,
                    :rooms, :freed, :window, :mostRooms, :cost, :method, :hierarchyVersion,
                    (select coalesce(max(availability), 0) from hotel_version where hotel_id = :hotel), :evidence::jsonb, :by, :at)
            """;

    private static final String ADD_MOVES = """
            insert into cascade_move (proposal_id, step, reservation_id, room_no, from_type_id, to_type_id, revision, first_night,
                                      end_date, cost)
            select ?::uuid, step, reservation_id, room_no, from_type_id, to_type_id, revision, first_night, end_date, cost
            from unnest(?::integer[], ?::uuid[], ?::integer[], ?::integer[], ?::integer[], ?::integer[], ?::date[], ?::date[],
                        ?::bigint[])
                     as added (step, reservation_id, room_no, from_type_id, to_type_id, revision, first_night, end_date, cost)
            """;

    private static final String APPLIED_REVISIONS = """
            update cascade_move m
            set applied_revision = r.revision
            from reservation r
            where m.proposal_id = :id
              and r.id = m.reservation_id
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ObjectMapper json;

    ProposalStore(JdbcClient jdbc, JdbcTemplate template, ObjectMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    void add(int hotelId, Proposal proposal, long hierarchyVersion) {
        jdbc.sql(ADD)
                .param("id", proposal.id())
                .param("hotel", hotelId)
                .param("purpose", proposal.purpose().name().toLowerCase(Locale.ROOT))
                .param("failure", proposal.failureId())
                .param("requested", proposal.requested().id())
                .param("checkIn", proposal.checkIn())
                .param("checkOut", proposal.checkOut())
                .param("guests", proposal.guests())
                .param("rooms", proposal.rooms())
                .param(
                        "freed",
                        proposal.freed() == null ? null : proposal.freed().id())
                .param("window", proposal.window())
                .param("mostRooms", proposal.mostRooms())
                .param("cost", proposal.cost())
                .param("method", proposal.method())
                .param("hierarchyVersion", hierarchyVersion)
                .param("evidence", proposal.evidence().toString())
                .param("by", proposal.proposedBy())
                .param("at", proposal.proposedAt())
                .update();
        addMoves(proposal.id(), proposal.moves());
    }

    private void addMoves(UUID id, List<ProposedMove> moves) {
        var steps = IntStream.range(0, moves.size()).boxed().toList();
        template.update(ADD_MOVES, (PreparedStatement statement) -> {
            statement.setObject(1, id);
            Columns.of(steps)
                    .column("int4", step -> step + 1)
                    .column("uuid", step -> moves.get(step).reservation())
                    .column("int4", step -> moves.get(step).roomNo())
                    .column("int4", step -> moves.get(step).from().id())
                    .column("int4", step -> moves.get(step).to().id())
                    .column("int4", step -> moves.get(step).revision())
                    .column("date", step -> moves.get(step).first())
                    .column("date", step -> moves.get(step).end())
                    .column("int8", step -> moves.get(step).cost())
                    .bind(statement, 2);
        });
    }

    /** The newest first; one more than the page shows, where there is one. */
    List<Proposal> list(HotelRef hotel, @Nullable String state, @Nullable UUID before, int rows) {
        var ids = jdbc.sql(LIST)
                .param("hotel", hotel.id())
                .param("state", state)
                .param("before", before)
                .param("limit", rows)
                .query(UUID.class)
                .list();
        return whole(hotel, ids);
    }

    Optional<Proposal> find(HotelRef hotel, UUID id) {
        return whole(hotel, List.of(id)).stream().findFirst();
    }

    /** As {@link #find}, its row locked to the end of the transaction. */
    Optional<Proposal> hold(HotelRef hotel, UUID id) {
        jdbc.sql("select id from cascade_proposal where id = :id and hotel_id = :hotel for update")
                .param("id", id)
                .param("hotel", hotel.id())
                .query(UUID.class)
                .list();
        return find(hotel, id);
    }

    void applied(UUID id, String by, OffsetDateTime at) {
        jdbc.sql("update cascade_proposal set state = 'applied', applied_by = :by, applied_at = :at where id = :id")
                .param("id", id)
                .param("by", by)
                .param("at", at)
                .update();
        jdbc.sql(APPLIED_REVISIONS).param("id", id).update();
    }

    /** @param state {@code undone}, {@code rejected} or {@code outdated} */
    void ended(UUID id, String state, String by, OffsetDateTime at) {
        jdbc.sql("update cascade_proposal set state = :state, ended_by = :by, ended_at = :at where id = :id")
                .param("id", id)
                .param("state", state)
                .param("by", by)
                .param("at", at)
                .update();
    }

    /** Ends what waits since before a moment, or whose reservations changed; answers how many. */
    int outdate(OffsetDateTime before, OffsetDateTime now) {
        return jdbc.sql(OUTDATE).param("before", before).param("now", now).update();
    }

    private List<Proposal> whole(HotelRef hotel, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var wanted = ids.toArray(UUID[]::new);
        Map<UUID, List<ProposedMove>> moves = new HashMap<>();
        jdbc.sql(MOVES).param("ids", wanted).query(row -> {
            moves.computeIfAbsent(row.getObject("proposal_id", UUID.class), any -> new ArrayList<>())
                    .add(move(row));
        });
        return jdbc.sql(WHOLE)
                .param("hotel", hotel.id())
                .param("ids", wanted)
                .query((row, number) -> proposal(hotel, row, moves))
                .list();
    }

    private Proposal proposal(HotelRef hotel, ResultSet row, Map<UUID, List<ProposedMove>> moves) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var freed = row.getString("freed_type");
        return new Proposal(
                id,
                row.getString("state"),
                Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getObject("failure_id", Long.class),
                new RoomTypeRef(row.getInt("requested_type_id"), row.getString("requested_type")),
                row.getObject("check_in", LocalDate.class),
                row.getObject("check_out", LocalDate.class),
                row.getInt("guests"),
                row.getInt("rooms"),
                freed == null ? null : new RoomTypeRef(row.getInt("freed_type_id"), freed),
                row.getInt("window_days"),
                row.getInt("most_rooms"),
                row.getLong("cost"),
                row.getString("method"),
                read(row.getString("evidence")),
                row.getString("proposed_by"),
                LocalMoment.of(row, "proposed_at", hotel.zone()),
                row.getString("applied_by"),
                LocalMoment.orNull(row, "applied_at", hotel.zone()),
                row.getString("ended_by"),
                LocalMoment.orNull(row, "ended_at", hotel.zone()),
                moves.getOrDefault(id, List.of()));
    }

    private JsonNode read(String stored) {
        try {
            return json.readTree(stored);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("PostgreSQL's jsonb is no JSON", broken);
        }
    }

    private static ProposedMove move(ResultSet row) throws SQLException {
        return new ProposedMove(
                row.getObject("reservation_id", UUID.class),
                row.getInt("room_no"),
                new RoomTypeRef(row.getInt("from_type_id"), row.getString("from_type")),
                new RoomTypeRef(row.getInt("to_type_id"), row.getString("to_type")),
                row.getInt("revision"),
                row.getObject("applied_revision", Integer.class),
                row.getObject("first_night", LocalDate.class),
                row.getObject("end_date", LocalDate.class),
                row.getLong("cost"),
                row.getString("channel"),
                row.getString("booking_number"),
                row.getString("guest_name"));
    }
}
