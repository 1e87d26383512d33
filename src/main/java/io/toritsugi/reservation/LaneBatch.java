package io.toritsugi.reservation;

import io.toritsugi.failure.RetryClaim;
import io.toritsugi.upgrade.UpgradeSuggestion;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Telegrams on their way through a lane, in the order of their arrival, with what the steps of the lane find out about them.
 * What is found out before the hotel's lock is held is advice; what counts is decided under it. Not thread-safe.
 */
public final class LaneBatch {

    private final List<PreparedTelegram> telegrams;
    private final Map<Long, MapRooms.Mapped> mapped = new HashMap<>();
    private final Map<Long, UpgradeSuggestion> suggestions = new HashMap<>();

    LaneBatch(List<PreparedTelegram> telegrams) {
        // A telegram can be handed over twice (by its receiver and by the search for unfinished ones, or by a worker
        // who is
        // late and by who took his retry over): once is enough, and of two claims the newer one counts.
        this.telegrams = List.copyOf(telegrams.stream()
                .collect(Collectors.toMap(
                        telegram -> telegram.head().id(),
                        telegram -> telegram,
                        LaneBatch::rightful,
                        java.util.LinkedHashMap::new))
                .values());
    }

    private static PreparedTelegram rightful(PreparedTelegram first, PreparedTelegram second) {
        return second.claim() != null
                        && (first.claim() == null
                                || second.claim().fence() > first.claim().fence())
                ? second
                : first;
    }

    /** The claims by which some of its telegrams are tried again. */
    List<RetryClaim> claims() {
        return telegrams.stream()
                .map(PreparedTelegram::claim)
                .filter(Objects::nonNull)
                .toList();
    }

    /** A batch of some of these telegrams, with what is known of them. */
    LaneBatch part(List<PreparedTelegram> some) {
        var part = new LaneBatch(some);
        part.mapped.putAll(mapped);
        part.suggestions.putAll(suggestions);
        return part;
    }

    /** The telegrams of the batch; each once. */
    public List<PreparedTelegram> telegrams() {
        return telegrams;
    }

    Set<Integer> hotels() {
        return telegrams.stream()
                .map(telegram -> telegram.head().hotelId())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Map<Long, MapRooms.Mapped> mapped() {
        return mapped;
    }

    Map<Long, UpgradeSuggestion> suggestions() {
        return suggestions;
    }
}
