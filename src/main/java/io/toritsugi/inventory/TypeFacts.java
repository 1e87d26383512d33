package io.toritsugi.inventory;

/**
 * What decisions need to know of a room type.
 *
 * @param capacity guests that one room sleeps
 * @param baseRate whole yen a night
 */
public record TypeFacts(int id, String code, int capacity, boolean smoking, int baseRate) {

    /** The type by its number and code. */
    public RoomTypeRef ref() {
        return new RoomTypeRef(id, code);
    }
}
