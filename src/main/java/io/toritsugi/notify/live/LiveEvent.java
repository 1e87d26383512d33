package io.toritsugi.notify.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in the outbox.
 *
 * @param tx the transaction that wrote it
 * @param hotelId null for what concerns the whole house
 * @param hotel the hotel's code
 * @param data a JSON object, as it is sent
 */
record LiveEvent(
        long tx,
        long id,
        Instant at,
        @Nullable Integer hotelId,
        @Nullable String hotel,
        String topic,
        String kind,
        String data) {

    /** As clients name it: {@code failures:SMP}. */
    String topicOfHotel() {
        return topic + ":" + (hotel == null ? "*" : hotel);
    }
}
