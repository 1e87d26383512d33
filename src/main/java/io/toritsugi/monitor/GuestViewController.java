package io.toritsugi.monitor;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at which guest: the UI masks names until somebody asks for one, and says so here. */
@Tag(name = "Audit")
@RestController
@RequestMapping("/api/v1/guest-views")
class GuestViewController {

    private final JdbcClient jdbc;
    private final HotelAccess hotels;
    private final Audit audit;

    GuestViewController(JdbcClient jdbc, HotelAccess hotels, Audit audit) {
        this.jdbc = jdbc;
        this.hotels = hotels;
        this.audit = audit;
    }

    @Operation(
            summary = "Record that a guest's name was shown",
            description = "Needs OPERATOR. For user interfaces that mask names: written to the audit as `guest.shown`.")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void record(@Valid @RequestBody GuestView view) {
        Caller.current().require(Role.OPERATOR);
        var hotel = hotels.require(hotelOf(view));
        audit.record("guest.shown", hotel.id(), view.kind() + " " + view.id(), null, null);
    }

    private String hotelOf(GuestView view) {
        return view.kind()
                .key(view.id())
                .flatMap(key -> jdbc.sql(view.kind().hotelOf)
                        .param("id", key)
                        .query(String.class)
                        .optional())
                .orElseThrow(() -> new ProblemException(ProblemCode.REQUEST_NOT_FOUND));
    }

    /**
     * Whose name was shown.
     *
     * @param id of the failure, the telegram or the reservation
     */
    record GuestView(
            @NotNull Kind kind,

            @NotNull @Size(max = 36) @Schema(example = "4711")
            String id) {}

    /** Where a name stands. */
    enum Kind {
        failure("""
                select h.code from import_failure f join hotel h on h.id = f.hotel_id where f.id = :id
                """),
        telegram("""
                select h.code from telegram t join hotel h on h.id = t.hotel_id where t.id = :id
                """),
        reservation("""
                select h.code from reservation r join hotel h on h.id = r.hotel_id where r.id = :id
                """);

        private final String hotelOf;

        Kind(String hotelOf) {
            this.hotelOf = hotelOf;
        }

        /** The number as the table has it; empty when it cannot be one. */
        private Optional<Object> key(String id) {
            try {
                return Optional.of(this == reservation ? UUID.fromString(id) : Long.valueOf(id));
            } catch (IllegalArgumentException noNumber) {
                return Optional.empty();
            }
        }
    }
}
