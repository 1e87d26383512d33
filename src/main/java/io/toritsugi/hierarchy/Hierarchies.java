package io.toritsugi.hierarchy;

/** The hierarchy of each hotel, as it is now: a change is used by the very next decision, on every node (R5.4). */
public interface Hierarchies {

    /** Relations and rules of a hotel; one small query, and the rows only when something changed. */
    Hierarchy of(int hotelId);
}
