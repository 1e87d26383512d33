package io.toritsugi.link;

/** What became of a request that did not succeed. */
public enum Fate {
    /** It never left, or nobody took it: nothing has happened over there. */
    NOT_SENT,
    /** TL-Lincoln said no: nothing has happened over there. */
    REFUSED,
    /** It left, and no verdict came back: it may have been carried out. */
    UNKNOWN
}
