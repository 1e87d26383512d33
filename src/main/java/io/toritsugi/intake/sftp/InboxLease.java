package io.toritsugi.intake.sftp;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One node at a time works on an inbox: a row in {@code sftp_lease}, renewed while that node lives and free soon after it
 * died. It spares work; that nothing is taken in twice rests on the keys of the telegrams. Thread-safe.
 */
@Component
class InboxLease {

    private static final Logger LOG = LoggerFactory.getLogger(InboxLease.class);
    private static final Duration LENGTH = Duration.ofSeconds(15);

    // By the database's clock, which is the same for all nodes.
    private static final String HOLD = """
            insert into sftp_lease as l (inbox, leased_by, lease_until)
            values (:inbox, :me, now() + make_interval(secs => :seconds))
            on conflict (inbox) do update
                set leased_by = excluded.leased_by, lease_until = excluded.lease_until
                where l.leased_by = excluded.leased_by or l.lease_until < now()
            """;

    private final JdbcClient jdbc;
    private final String me = UUID.randomUUID().toString();
    private final Map<String, Long> renewedAt = new ConcurrentHashMap<>();
    private volatile boolean closing;

    InboxLease(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether the inbox is ours, now or from now on; asks the database when half of the time has gone.
     *
     * @throws DataAccessException when it cannot be asked
     */
    boolean hold(String inbox) {
        if (closing) {
            return false;
        }
        long now = System.nanoTime();
        var renewed = renewedAt.get(inbox);
        if (renewed != null && now - renewed < LENGTH.toNanos() / 2) {
            return true;
        }
        boolean held = jdbc.sql(HOLD)
                        .param("inbox", inbox)
                        .param("me", me)
                        .param("seconds", LENGTH.toSeconds())
                        .update()
                == 1;
        if (held) {
            renewedAt.put(inbox, now);
        } else {
            renewedAt.remove(inbox);
        }
        return held;
    }

    /** Another node need not wait for the end of what this one no longer uses. */
    @EventListener(ContextClosedEvent.class)
    void release() {
        closing = true;
        if (renewedAt.isEmpty()) {
            return;
        }
        try {
            jdbc.sql("delete from sftp_lease where leased_by = :me")
                    .param("me", me)
                    .update();
        } catch (DataAccessException away) {
            LOG.debug("The leases of this node could not be given back; they end by themselves", away);
        }
    }
}
