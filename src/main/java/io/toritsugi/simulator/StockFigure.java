package io.toritsugi.simulator;

import java.time.LocalDate;

/**
 * What is left of a group on a day.
 *
 * @param salesStatus in the search meaning of domain notes §4.6: 0 not set, 1 on sale, 2 stopped, 3 stopped for
 *     now
 */
public record StockFigure(String netRmTypeGroupCode, LocalDate date, int remainingCount, int salesStatus) {}
