package io.toritsugi.reservation;

import java.util.List;

/**
 * A batch was decided. Published inside its transaction, so that whoever keeps the outcome, the cache, the attempt log, the
 * incidents or the outbox writes in the same commit; once more observable after the commit by transactional listeners.
 */
public record BatchSettled(List<SettledTelegram> telegrams) {

    public BatchSettled {
        telegrams = List.copyOf(telegrams);
    }
}
