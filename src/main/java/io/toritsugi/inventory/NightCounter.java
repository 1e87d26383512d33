package io.toritsugi.inventory;

/**
 * What the table says of one night of one type after a change.
 *
 * @param day epoch day
 * @param free {@code rooms - outOfOrder - sold}; negative where oversold
 * @param overbooking rooms allowed beyond that
 */
record NightCounter(int roomTypeId, int day, int free, int overbooking, boolean stopped) {}
