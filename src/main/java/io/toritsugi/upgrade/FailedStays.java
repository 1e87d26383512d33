package io.toritsugi.upgrade;

import java.util.Optional;

/** The stays that found no room; the failure cache and the telegrams are behind it. */
public interface FailedStays {

    /**
     * What a failed telegram asks for, as it reads now and against what is free now.
     *
     * @return empty when it is no stay that lacks rooms, or none that could be read
     */
    Optional<FailedStay> of(int hotelId, long telegramId);
}
