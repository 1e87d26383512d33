package io.toritsugi.stopsell;

import java.time.LocalDate;

/**
 * What we have of a type on a night.
 *
 * @param leftToSell rooms that are free and that no booking waits for; 0 or less where there is none
 * @param stopped whether the sale is stopped, by whomever
 */
record OwnNight(int roomTypeId, String roomType, LocalDate night, int leftToSell, boolean stopped) {}
