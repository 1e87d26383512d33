package io.toritsugi.link;

/**
 * A person changed how a hotel reaches TL-Lincoln. Published in the transaction of the change.
 *
 * @param hotel its code
 */
public record ConnectionChanged(int hotelId, String hotel) {}
