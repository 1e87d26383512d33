package io.toritsugi.reservation;

/** What a decision about a telegram means for the failure cache. */
public enum CacheEffect {
    /** It waits there: opened, or kept open with what is now known. */
    OPEN,
    /** It became what it says; an open failure ends. */
    HEALED,
    /** Something newer made it pointless; an open failure ends. */
    SUPERSEDED,
    /** It concerns no failure. */
    NONE
}
