package io.toritsugi.reservation;

import java.util.List;

/** Settles telegrams of which it is known at once, when they are stored, that they are unreadable. */
public interface RefuseTelegrams {

    /**
     * Refuses telegrams whose reading is {@link Reading.Refused}, with everything that follows from it; in the caller's
     * transaction.
     */
    void refuse(List<PreparedTelegram> telegrams);
}
