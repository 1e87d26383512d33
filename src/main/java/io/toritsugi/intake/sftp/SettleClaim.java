package io.toritsugi.intake.sftp;

import io.toritsugi.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings a claimed file to its end: committed first, then moved to {@code done/} or {@code rejected/}. For one thread. */
@Component
class SettleClaim {

    private static final Logger LOG = LoggerFactory.getLogger(SettleClaim.class);
    private static final String STAGE = "sftp";

    private final TakeFileIn takeIn;
    private final KeptFiles kept;
    private final Claims claims;
    private final SftpMetrics metrics;

    /** Of files that could not be moved since: they need not be taken in again while the disk is full. */
    private final Map<Path, Optional<Failure>> decided = new HashMap<>();

    SettleClaim(TakeFileIn takeIn, KeptFiles kept, Claims claims, SftpMetrics metrics) {
        this.takeIn = takeIn;
        this.kept = kept;
        this.claims = claims;
        this.metrics = metrics;
    }

    /**
     * Settles the fate of a file.
     *
     * @throws IOException when the file cannot be read or moved; it lies where it was
     */
    void settle(Claim claim) throws IOException {
        var failure = decided.get(claim.folder());
        if (failure == null) {
            failure = decide(claim);
            decided.put(claim.folder(), failure);
        }
        if (failure.isPresent()) {
            kept.rejected(claim, failure.get());
            LOG.warn(
                    "File {} was rejected: {}",
                    claim.file(),
                    failure.get().code().code());
        } else {
            kept.done(claim);
        }
        decided.remove(claim.folder());
        metrics.settled(claim.partner(), failure.isEmpty());
        claims.settle(claim);
    }

    private Optional<Failure> decide(Claim claim) throws IOException {
        var broken = claim.broken();
        return broken == null
                ? takeIn.take(claim.file(), () -> Files.newInputStream(claim.content(), LinkOption.NOFOLLOW_LINKS))
                : Optional.of(new Failure(broken, STAGE, Map.of()));
    }
}
