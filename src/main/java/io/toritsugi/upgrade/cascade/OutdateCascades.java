package io.toritsugi.upgrade.cascade;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends proposals that nobody wanted for too long, and those of whose reservations one changed. Only for those who look: whoever
 * applies one checks it afresh. Safe to be done by several nodes at once.
 */
@Component("outdateCascades")
class OutdateCascades {

    private static final Logger LOG = LoggerFactory.getLogger(OutdateCascades.class);

    private final ProposalStore store;
    private final CascadeSettings settings;
    private final Clock clock;

    OutdateCascades(ProposalStore store, CascadeSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ends them now; answers how many. */
    public int outdate() {
        var now = OffsetDateTime.now(clock);
        int outdated = store.outdate(now.minus(settings.keep()), now);
        if (outdated > 0) {
            LOG.info("{} proposed cascades are outdated", outdated);
        }
        return outdated;
    }
}
