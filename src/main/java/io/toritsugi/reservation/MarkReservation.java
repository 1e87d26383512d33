package io.toritsugi.reservation;

import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says of a reservation who is not to be moved. Under the hotel's lock: who looks for guests to move, and moves them, sees it
 * the same from his first look to his commit.
 */
@Component
class MarkReservation {

    private final JdbcClient jdbc;
    private final HotelLock lock;
    private final Audit audit;

    MarkReservation(JdbcClient jdbc, HotelLock lock, Audit audit) {
        this.jdbc = jdbc;
        this.lock = lock;
        this.audit = audit;
    }

    /** Both marks. */
    @Schema(name = "ReservationMarks")
    record Marks(
            @NotNull @Schema(description = "Not to be moved by a cascade")
            Boolean locked,

            @NotNull @Schema(description = "A guest to be moved with care")
            Boolean vip) {}

    /**
     * Sets both marks; what a telegram changes leaves them.
     *
     * @throws ProblemException {@code reservation.unknown}
     */
    @Transactional
    public void mark(HotelRef hotel, UUID id, Marks wanted) {
        lock.hold(hotel.id());
        var before = jdbc.sql("select locked, vip from reservation where id = :id and hotel_id = :hotel")
                .param("id", id)
                .param("hotel", hotel.id())
                .query(Marks.class)
                .optional()
                .orElseThrow(() -> new ProblemException(ProblemCode.RESERVATION_UNKNOWN));
        if (!before.equals(wanted)) {
            jdbc.sql("update reservation set locked = :locked, vip = :vip where id = :id")
                    .param("locked", wanted.locked())
                    .param("vip", wanted.vip())
                    .param("id", id)
                    .update();
            audit.record("reservation.marked", hotel.id(), "reservation/" + id, before, wanted);
        }
    }
}
