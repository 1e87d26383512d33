package io.toritsugi.reservation;

import java.util.UUID;

/**
 * A guest's room becomes one of another type.
 *
 * @param roomNo the room's number in the reservation, from 1
 * @param fromTypeId where the guest sleeps until now
 * @param toTypeId where he is to sleep
 * @param revision the reservation's revision on which this was decided
 */
public record RoomMove(UUID reservation, int roomNo, int fromTypeId, int toTypeId, int revision) {}
