package io.toritsugi.inventory;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is free while a batch is decided: loaded once, then taken from and given back to in memory, in the order in which the
 * bookings arrived (domain notes §8.3: the first to arrive has the last room). What it moved is written afterwards by
 * {@link InventoryStore#apply}, whose conditional update stays the truth. Not thread-safe: a ledger belongs to one batch.
 */
public final class NightLedger {

    private final Map<NightKey, Integer> free;
    private final SortedMap<NightKey, Integer> moved = new TreeMap<>();

    NightLedger(Map<NightKey, Integer> free) {
        this.free = new HashMap<>(free);
    }

    /**
     * Replaces what a booking holds by what it wants; its own nights count as free for its own change. Moves everything or
     * nothing.
     *
     * @param held rooms per night that the booking holds now
     * @param wanted rooms per night that it wants to hold
     * @return the nights that lack rooms; empty when the move was made
     * @throws IllegalStateException when a wanted night was not loaded
     */
    public SortedSet<NightKey> replace(Map<NightKey, Integer> held, Map<NightKey, Integer> wanted) {
        var lacking = lacking(held, wanted);
        if (lacking.isEmpty()) {
            wanted.forEach((night, rooms) -> move(night, rooms));
            held.forEach((night, rooms) -> move(night, -rooms));
        }
        return lacking;
    }

    /** The nights that lack rooms for what is wanted beyond what is held; takes nothing. */
    public SortedSet<NightKey> lacking(Map<NightKey, Integer> held, Map<NightKey, Integer> wanted) {
        var lacking = new TreeSet<NightKey>();
        wanted.forEach((night, rooms) -> {
            int more = rooms - held.getOrDefault(night, 0);
            if (more > 0 && free(night) < more) {
                lacking.add(night);
            }
        });
        return lacking;
    }

    /** Rooms taken (positive) and given back (negative) so far; nights whose sum is zero are left out. */
    public SortedMap<NightKey, Integer> moved() {
        return new TreeMap<>(moved);
    }

    /** How many rooms of this night were taken (positive) or given back (negative) so far. */
    public int movedOn(NightKey night) {
        return moved.getOrDefault(night, 0);
    }

    /** Whether this night was loaded. */
    public boolean knows(NightKey night) {
        return free.containsKey(night);
    }

    /** Takes in nights that were loaded later, in the same transaction; what it knows already stays as it is. */
    public void include(NightLedger more) {
        more.free.forEach(free::putIfAbsent);
    }

    /**
     * How many rooms may still be taken of this night.
     *
     * @throws IllegalStateException when it was not loaded
     */
    public int free(NightKey night) {
        var rooms = free.get(night);
        if (rooms == null) {
            throw new IllegalStateException("The ledger was not loaded with " + night);
        }
        return rooms;
    }

    private void move(NightKey night, int rooms) {
        free.merge(night, -rooms, Integer::sum);
        moved.merge(night, rooms, Integer::sum);
        moved.remove(night, 0);
    }
}
