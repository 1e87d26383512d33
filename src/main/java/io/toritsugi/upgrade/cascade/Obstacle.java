package io.toritsugi.upgrade.cascade;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed since a cascade was proposed or applied, so that it cannot be carried out or taken back.
 *
 * @param code what it is
 * @param reservation whom it concerns; null where it is no reservation
 * @param roomType the code of the type that it concerns; null where it is none
 * @param night the night that is full; null where none is
 */
@Schema(name = "CascadeObstacle")
record Obstacle(
        String code,
        @Nullable UUID reservation,
        @Nullable String roomType,
        @Nullable LocalDate night) {

    /** The failure is over, or does not lack the same rooms any more. */
    static final Obstacle FAILURE_CHANGED = new Obstacle("failure.changed", null, null, null);

    /** The nights asked for are over. */
    static final Obstacle PAST = new Obstacle("cascade.past", null, null, null);

    /** The place is free: nobody has to move. */
    static final Obstacle NOT_NEEDED = new Obstacle("cascade.not_needed", null, null, null);

    /** The reservation was modified or moved. */
    static Obstacle changed(UUID reservation) {
        return new Obstacle("reservation.changed", reservation, null, null);
    }

    /** The reservation was cancelled, or its guest departed. */
    static Obstacle gone(UUID reservation) {
        return new Obstacle("reservation.gone", reservation, null, null);
    }

    /** The guest has arrived or is about to, or somebody said that he stays where he is. */
    static Obstacle fixed(UUID reservation) {
        return new Obstacle("reservation.not_movable", reservation, null, null);
    }

    /** Hierarchy or rules do not let the reservation, or the stay asked about, go there any more. */
    static Obstacle barred(@Nullable UUID reservation, String roomType) {
        return new Obstacle("upgrade.barred", reservation, roomType, null);
    }

    /** Rooms lack. */
    static Obstacle full(String roomType, LocalDate night) {
        return new Obstacle("upgrade.full", null, roomType, night);
    }
}
