package io.toritsugi.inventory;

/**
 * By which state of a hotel something was judged: when one of these counters has moved since, it is worth judging again.
 *
 * @param mapping counts changes of the hotel's mappings
 * @param availability counts commits that gave rooms back
 */
public record HotelVersions(long mapping, long availability) {}
