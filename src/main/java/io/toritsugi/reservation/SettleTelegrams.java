package io.toritsugi.reservation;

import java.util.List;

/** Decides about telegrams at once, for somebody who waits for the outcome. */
public interface SettleTelegrams {

    /**
     * Decides about telegrams as the lane does, with everything that follows from it; in the caller's transaction, under the
     * lock of their hotels.
     *
     * @return what was decided, also about other telegrams of the same bookings; nothing of those that were decided before
     */
    List<SettledTelegram> settle(List<PreparedTelegram> telegrams);
}
