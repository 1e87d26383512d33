package io.toritsugi.simulator;

import java.util.List;

/**
 * An adjustment of stock that was carried out, or refused row by row.
 *
 * @param targets the rows that it asked for, each as {@code group/YYYYMMDD}
 */
public record SimulatedAdjustment(String requestId, List<String> targets) {}
