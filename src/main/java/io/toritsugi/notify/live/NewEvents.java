package io.toritsugi.notify.live;

import java.util.List;

/**
 * What was committed between two moments, in order: the body of the route {@code live}.
 *
 * @param complete false when that was too much to read at once; then everybody reads on by himself from {@code from}
 */
record NewEvents(SeenTransactions from, SeenTransactions to, List<LiveEvent> events, boolean complete) {}
