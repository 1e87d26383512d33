package io.toritsugi.stopsell;

import java.time.Instant;

/**
 * A hotel's stock was compared with TL-Lincoln's over its whole horizon. Published in the transaction that notes it.
 *
 * @param differences how many were found
 * @param dangerous how many of them let TL-Lincoln sell what is not there
 */
public record StockCompared(int hotelId, long reconciliation, int differences, int dangerous, Instant at) {}
