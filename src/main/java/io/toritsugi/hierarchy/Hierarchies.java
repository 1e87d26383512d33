package io.toritsugi.hierarchy;

/**
 * The hierarchy of each hotel, as it is now: a change is used by the very next decision, on every node (R5.4). Safe for many
 * threads. Not to be asked within a transaction that changes a hierarchy: what that reads may yet be taken back.
 */
public interface Hierarchies {

    /** Relations and rules of a hotel; one small query, and the rows only when something changed. */
    Hierarchy of(int hotelId);

    /**
     * Relations and rules of a hotel, not older than a version that is known already.
     *
     * @param version a value of {@code hotel_version.hierarchy}; what is answered may be newer
     */
    default Hierarchy of(int hotelId, long version) {
        return of(hotelId);
    }
}
