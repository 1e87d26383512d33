package io.toritsugi.inventory;

import java.time.LocalDate;

/**
 * Nights in a row on which the calendar says the same; {@code to} is the night after the last.
 *
 * @param value rooms of overbooking, or yen; 1 for a stop-sell mark
 */
record CalendarPeriod(LocalDate from, LocalDate to, int value) {}
