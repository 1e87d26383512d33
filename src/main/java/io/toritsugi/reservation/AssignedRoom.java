package io.toritsugi.reservation;

import io.toritsugi.inventory.RoomTypeRef;
import org.jspecify.annotations.Nullable;

/**
 * The type that one room of a booking was given beside the mappings, and how that came about.
 *
 * @param id the number of the type
 * @param code the code of the type
 * @param byRule whether a rule or a cascade gave it; else a person did
 * @param charged the type that the guest pays for, where somebody said so; null: what the OTA sold
 */
public record AssignedRoom(
        int id, String code, boolean byRule, @Nullable RoomTypeRef charged) {

    /** Given by a person, for the price of what was sold. */
    public static AssignedRoom byHand(RoomTypeRef type) {
        return new AssignedRoom(type.id(), type.code(), false, null);
    }

    /** Given by a rule, for the price of what was sold. */
    static AssignedRoom byRule(RoomTypeRef type) {
        return new AssignedRoom(type.id(), type.code(), true, null);
    }

    /** The same, for the price of this type; null: of what was sold. */
    AssignedRoom charging(@Nullable RoomTypeRef type) {
        return new AssignedRoom(id, code, byRule, type);
    }

    /** The type. */
    public RoomTypeRef type() {
        return new RoomTypeRef(id, code);
    }
}
