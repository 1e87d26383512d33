package io.toritsugi.reservation;

import io.toritsugi.upgrade.UpgradeSuggestion;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
        // A telegram can be handed over twice (by its receiver and by the search for unfinished ones): once is enough.
        this.telegrams = List.copyOf(telegrams.stream()
                .collect(Collectors.toMap(
                        telegram -> telegram.head().id(),
                        telegram -> telegram,
                        (first, second) -> first,
                        java.util.LinkedHashMap::new))
                .values());
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
