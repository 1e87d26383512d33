package io.toritsugi.telegram;

import io.toritsugi.failure.Failure;
import org.jspecify.annotations.Nullable;

/** Looks through an answer only until it is known whether it succeeded: usually its first lines say so. */
final class AnswerVerdict implements AnswerListener {

    private final AnswerFacts facts;

    AnswerVerdict(AnswerFacts facts) {
        this.facts = facts;
    }

    @Override
    public @Nullable InnerDocument begin() {
        return null;
    }

    @Override
    public void telegram() {
        // Its turn comes when the answer is known to have succeeded.
    }

    @Override
    public void raw(long from, long to, @Nullable Failure failure) {
        // As above.
    }

    @Override
    public boolean satisfied() {
        return facts.decided();
    }
}
