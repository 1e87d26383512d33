package io.toritsugi.telegram;

/** What a delivery turned out to be. */
public enum Envelope {
    /** One bare telegram. */
    TELEGRAM,
    /** A SOAP answer of BookingInfoOutput that says it succeeded, with any number of telegrams. */
    ANSWER,
    /** Neither: kept whole, as one line. */
    UNREADABLE
}
