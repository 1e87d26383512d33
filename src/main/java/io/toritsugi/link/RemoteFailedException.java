package io.toritsugi.link;

import io.toritsugi.failure.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** TL-Lincoln was not reached, or did not do what was asked. Neither message nor failure holds a secret. */
public final class RemoteFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final Fate fate;
    private final @Nullable Instant askAgainAt;

    public RemoteFailedException(Failure failure, Fate fate) {
        this(failure, fate, null);
    }

    /** @param askAgainAt when it makes sense to ask again; null where who calls decides */
    public RemoteFailedException(Failure failure, Fate fate, @Nullable Instant askAgainAt) {
        // No stack trace: a partner that is away is an everyday matter.
        super(failure.code().code() + " " + failure.arguments(), null, false, false);
        this.failure = failure;
        this.fate = fate;
        this.askAgainAt = askAgainAt;
    }

    /** Which failure, of class {@code REMOTE}. */
    public Failure failure() {
        return failure;
    }

    /** What became of the request. */
    public Fate fate() {
        return fate;
    }

    /** When it makes sense to ask again, where we ourselves hold back; null where who calls decides. */
    public @Nullable Instant askAgainAt() {
        return askAgainAt;
    }
}
