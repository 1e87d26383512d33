package io.toritsugi.simulator;

/** What may go wrong on demand. Says for each whether the request was carried out nevertheless. */
public enum Fault {
    /** E013, too many requests. Not carried out. */
    TOO_MANY_REQUESTS,
    /** E613, nothing found, although there may be something. Not carried out. */
    NOTHING_FOUND,
    /** Carried out; the answer is held back for the fault's duration, then the connection is cut. */
    TIMEOUT_AFTER_PROCESSING,
    /** Carried out; the connection is cut at once, without an answer. */
    LOST_ANSWER,
    /** Booking output: every telegram stands twice in the answer. */
    DUPLICATES,
    /** Booking output: the telegrams of the answer come the newest first. */
    OUT_OF_ORDER,
    /** HTTP 200 with an HTML page, as in maintenance. Not carried out. */
    MAINTENANCE_PAGE,
    /** HTTP 503 with an HTML page. Not carried out. */
    MAINTENANCE_UNAVAILABLE,
    /** HTTP 500 with a SOAP fault. Not carried out. */
    SOAP_FAULT,
    /** Carried out; half of the answer is sent, then the connection is cut. */
    HALF_ANSWER,
    /** Carried out; the answer is whole, but takes the fault's duration. */
    SLOW_BYTES,
    /** Booking output: what is delivered again comes under a new outputId; the old one is unknown from then on. */
    CHANGED_OUTPUT_ID,
    /** Carried out; the answer lacks isSuccess. */
    SUCCESS_MISSING,
    /** Bulk adjustment: every second row is refused, the others are carried out. */
    PARTIAL_FAILURE,
    /** Adjustments: refused as if the requestId had been used before. Not carried out. */
    DUPLICATED_REQUEST_ID;

    /** Whether the fault can happen in that service. */
    boolean concerns(LincolnService service) {
        return switch (this) {
            case DUPLICATES, OUT_OF_ORDER, CHANGED_OUTPUT_ID -> service == LincolnService.BOOKING_OUTPUT;
            case PARTIAL_FAILURE -> service == LincolnService.BULK_ADJUSTMENT;
            case DUPLICATED_REQUEST_ID ->
                service == LincolnService.STOCK_ADJUSTMENT || service == LincolnService.BULK_ADJUSTMENT;
            case TOO_MANY_REQUESTS,
                    NOTHING_FOUND,
                    TIMEOUT_AFTER_PROCESSING,
                    LOST_ANSWER,
                    MAINTENANCE_PAGE,
                    MAINTENANCE_UNAVAILABLE,
                    SOAP_FAULT,
                    HALF_ANSWER,
                    SLOW_BYTES,
                    SUCCESS_MISSING -> true;
        };
    }
}
