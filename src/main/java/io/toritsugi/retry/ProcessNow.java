package io.toritsugi.retry;

import io.toritsugi.reservation.BookingTelegrams;
import io.toritsugi.reservation.PreparedTelegram;
import io.toritsugi.reservation.Reading;
import io.toritsugi.reservation.SettleTelegrams;
import io.toritsugi.reservation.SettledTelegram;
import io.toritsugi.reservation.TelegramHead;
import io.toritsugi.reservation.Trigger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Processes failed telegrams at once, for a person who waits for the outcome (R4.5): by the same decision as in the lane, in
 * the caller's transaction, under the lock of the hotel that the caller holds. Whoever has one of them in the retry queue
 * comes too late: the verdict ends his claim.
 */
@Component
class ProcessNow {

    private final BookingTelegrams telegrams;
    private final SettleTelegrams settling;

    ProcessNow(BookingTelegrams telegrams, SettleTelegrams settling) {
        this.telegrams = telegrams;
        this.settling = settling;
    }

    /** What is known of a telegram without understanding it; empty when there is none of that number. */
    Optional<TelegramHead> head(long telegramId) {
        return Optional.ofNullable(telegrams.ofIds(List.of(telegramId)).get(telegramId))
                .map(stored -> stored.head());
    }

    /** The telegram as it reads now, with what people decided about it; empty when it is too long to be read. */
    Optional<Reading> read(long telegramId) {
        return Optional.ofNullable(telegrams.read(List.of(telegramId)).get(telegramId));
    }

    /** Processes one; empty when there is nothing to decide about it any more. */
    Optional<SettledTelegram> process(long telegramId) {
        return Optional.ofNullable(process(List.of(telegramId)).get(telegramId));
    }

    /** Processes several; what there is nothing to decide about is left out. */
    Map<Long, SettledTelegram> process(Collection<Long> telegramIds) {
        var wanted = Set.copyOf(telegramIds);
        return settle(telegramIds).stream()
                .filter(settled -> wanted.contains(settled.head().id()))
                .collect(Collectors.toMap(settled -> settled.head().id(), Function.identity()));
    }

    /** Processes several in this order; answers also what was decided along with them about others of their bookings. */
    List<SettledTelegram> settle(Collection<Long> telegramIds) {
        var stored = telegrams.ofIds(telegramIds);
        var readings = telegrams.read(telegramIds);
        var prepared = new ArrayList<PreparedTelegram>();
        for (long id : telegramIds) {
            var telegram = stored.get(id);
            var reading = readings.get(id);
            if (telegram != null && reading != null) {
                prepared.add(new PreparedTelegram(
                        telegram.head(), telegram.receivedAt(), Trigger.MANUAL, System.nanoTime(), reading));
            }
        }
        return prepared.isEmpty() ? List.of() : settling.settle(prepared);
    }
}
