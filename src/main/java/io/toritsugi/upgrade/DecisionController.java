package io.toritsugi.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.database.LocalMoment;
import io.toritsugi.database.SqlFile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was decided about upgrades, by whom, on what evidence. */
@Tag(name = "Upgrades")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/upgrades/decisions")
class DecisionController {

    private static final String DECISIONS = SqlFile.text("upgrade/decisions");

    private final HotelAccess hotels;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    DecisionController(HotelAccess hotels, JdbcClient jdbc, ObjectMapper json) {
        this.hotels = hotels;
        this.jdbc = jdbc;
        this.json = json;
    }

    @Operation(
            summary = "What was decided about upgrades, the newest first",
            description = "Of one telegram, of one reservation, or of the whole hotel.")
    @GetMapping
    Page<Decision> list(
            @PathVariable String hotel,
            @RequestParam(required = false) @Nullable Long telegramId,
            @RequestParam(required = false) @Nullable UUID reservation,
            PageAsked page) {
        var ref = hotels.require(hotel);
        var found = jdbc.sql(DECISIONS)
                .param("hotel", ref.id())
                .param("telegram", telegramId)
                .param("reservation", reservation)
                .param("before", page.afterNumber())
                .param("limit", page.rows())
                .query((row, number) -> decision(row, ref))
                .list();
        return Page.of(found, page, Decision::id);
    }

    private Decision decision(ResultSet row, HotelRef hotel) throws SQLException {
        return new Decision(
                row.getLong("id"),
                LocalMoment.of(row, "decided_at", hotel.zone()),
                row.getObject("telegram_id", Long.class),
                row.getObject("reservation_id", UUID.class),
                row.getString("requested"),
                row.getString("chosen"),
                row.getObject("check_in", LocalDate.class),
                row.getObject("check_out", LocalDate.class),
                row.getInt("guests"),
                row.getInt("rooms"),
                row.getLong("hierarchy_version"),
                row.getString("decided_by"),
                evidence(row));
    }

    private JsonNode evidence(ResultSet row) throws SQLException {
        try {
            return json.readTree(row.getString("evidence"));
        } catch (JsonProcessingException unreadable) {
            throw new SQLException("The evidence of an upgrade decision is no JSON", unreadable);
        }
    }

    @Schema(name = "UpgradeDecision")
    record Decision(
            long id,
            OffsetDateTime decidedAt,
            @Nullable Long telegramId,
            @Nullable UUID reservation,
            @Schema(example = "TWN") String requested,

            @Nullable @Schema(description = "The type that was given; null when none was")
            String chosen,

            LocalDate checkIn,
            LocalDate checkOut,
            int guests,
            int rooms,
            long hierarchyVersion,

            @Schema(description = "The person, or the rule that decided")
            String decidedBy,

            @Schema(implementation = UpgradeSuggestion.class)
            JsonNode evidence) {}
}
