package io.toritsugi.upgrade;

/**
 * Says what else could be given to a guest whose booked type is full. Advice: it goes by what this node knows of the free
 * rooms; whoever takes a room makes sure of it under the hotel's lock.
 */
public interface UpgradeAdvisor {

    /**
     * The options, or the proof that there are none; never an empty list without a reason (R1.4).
     *
     * @throws IllegalArgumentException when the requested type is none of the hotel's
     */
    UpgradeSuggestion suggest(UpgradeRequest request);

    /**
     * An advisor for the questions of one batch: it looks once at each hotel's relations, rules and free rooms instead of
     * once a question. Not thread-safe, and not to be kept.
     */
    default UpgradeAdvisor forBatch() {
        return this;
    }
}
