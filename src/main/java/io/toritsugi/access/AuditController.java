package io.toritsugi.access;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was done, by whom. */
@Tag(name = "Audit")
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

    private final JdbcClient jdbc;
    private final HotelAccess hotels;

    AuditController(JdbcClient jdbc, HotelAccess hotels) {
        this.jdbc = jdbc;
        this.hotels = hotels;
    }

    @Operation(summary = "What was done, the newest first", description = "Needs MANAGER; of one's own hotels only.")
    @GetMapping
    Page<Entry> list(
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            @Parameter(description = "As mapping.created") @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String who,
            @Parameter(description = "From this time on") @RequestParam(required = false) @Nullable OffsetDateTime from,
            @Parameter(description = "Before this time") @RequestParam(required = false) @Nullable OffsetDateTime to,
            PageAsked page) {
        var caller = Caller.current();
        caller.require(Role.MANAGER);
        var hotelId = hotel == null
                ? caller.hotelId()
                : Integer.valueOf(hotels.require(hotel).id());
        var rows = jdbc.sql("""
                        select a.id, a.recorded_at, a.who, a.address, a.action, h.code as hotel, a.subject,
                               a.before::text as before, a.after::text as after
                        from audit a
                                 left join hotel h on h.id = a.hotel_id
                        where (:hotel::integer is null or a.hotel_id = :hotel)
                          and (:action::text is null or a.action = :action)
                          and (:who::text is null or a.who = :who)
                          and (:from::timestamptz is null or a.recorded_at >= :from)
                          and (:to::timestamptz is null or a.recorded_at < :to)
                          and (:before::bigint is null or a.id < :before)
                        order by a.id desc
                        limit :rows
                        """)
                .param("hotel", hotelId)
                .param("action", action)
                .param("who", who)
                .param("from", from)
                .param("to", to)
                .param("before", page.afterNumber())
                .param("rows", page.rows())
                .query(Entry.class)
                .list();
        return Page.of(rows, page, Entry::id);
    }

    @Schema(name = "AuditEntry")
    record Entry(
            long id,
            OffsetDateTime recordedAt,
            @Schema(example = "admin") String who,
            @Nullable String address,
            @Schema(example = "mapping.created") String action,
            @Nullable String hotel,
            String subject,
            @Schema(type = "object") @JsonRawValue @Nullable String before,
            @Schema(type = "object") @JsonRawValue @Nullable String after) {}
}
