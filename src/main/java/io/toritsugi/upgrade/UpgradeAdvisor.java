package io.toritsugi.upgrade;

/** Says what else could be given to a guest whose booked type is full. */
public interface UpgradeAdvisor {

    /** The options, or the proof that there are none; never an empty list without a reason (R1.4). */
    UpgradeSuggestion suggest(UpgradeRequest request);
}
