package io.toritsugi.retry;

import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemException;
import io.toritsugi.inventory.HotelLock;
import io.toritsugi.mapping.MappingChange;
import io.toritsugi.mapping.MappingDesk;
import io.toritsugi.reservation.SettledTelegram;
import io.toritsugi.retry.MovedFailures.Moved;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says what a change of a mapping would heal, by doing it and taking it back: the same change, the same release and the same
 * decisions as when it is saved, in one transaction under the hotel's lock. Because nothing is written in the hotel meanwhile,
 * it stops after a number of failures and a time; what it has not tried by then is only counted. What healing would set off
 * later (rooms that a modification gives back) is not looked at.
 */
@Component
class PreviewMapping {

    /** So many failures are tried. */
    static final int MOST = 200;

    private static final int AT_ONCE = 50;
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final HotelLock lock;
    private final MappingDesk mappings;
    private final MovedFailures moved;
    private final ProcessNow processing;
    private final PreviewWords words;
    private final TransactionTemplate transactions;

    PreviewMapping(
            HotelLock lock,
            MappingDesk mappings,
            MovedFailures moved,
            ProcessNow processing,
            PreviewWords words,
            TransactionTemplate transactions) {
        this.lock = lock;
        this.mappings = mappings;
        this.moved = moved;
        this.processing = processing;
        this.words = words;
        this.transactions = transactions;
    }

    /**
     * What the change would do.
     *
     * @throws ProblemException whatever would refuse the change itself
     */
    MappingPreview preview(HotelRef hotel, MappingChange change, Locale language) {
        return Objects.requireNonNull(transactions.execute(status -> {
            status.setRollbackOnly();
            lock.hold(hotel.id());
            var changed = mappings.carryOut(hotel, change);
            var codes = changed.codes();
            var released = moved.released(hotel, codes, MOST);
            var failures = moved.failures(hotel, codes);
            var reservations = moved.reservations(hotel, changed);
            var concerned = released.isEmpty() ? 0 : released.get(0).total();
            var tried = tryOut(hotel, released);
            return words.preview(tried, concerned, failures, reservations, language);
        }));
    }

    /**
     * What became of failures in the trial.
     *
     * @param known how they stood before, by telegram
     * @param tried those that were released and tried, in their order
     * @param settled the last word about each telegram that was decided
     */
    record Tried(Map<Long, Moved> known, List<Moved> tried, Map<Long, SettledTelegram> settled) {}

    private Tried tryOut(HotelRef hotel, List<Moved> released) {
        var known = moved.ofSameBookings(hotel, released);
        var settled = new LinkedHashMap<Long, SettledTelegram>();
        long until = System.nanoTime() + LONGEST.toNanos();
        int done = 0;
        while (done < released.size() && System.nanoTime() - until < 0) {
            int end = Math.min(done + AT_ONCE, released.size());
            var telegrams =
                    released.subList(done, end).stream().map(Moved::telegramId).toList();
            processing.settle(telegrams).forEach(one -> settled.put(one.head().id(), one));
            done = end;
        }
        return new Tried(known, released.subList(0, done), settled);
    }
}
