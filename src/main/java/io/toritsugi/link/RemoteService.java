package io.toritsugi.link;

/** The services of TL-Lincoln that are called here, by the names and numbers of domain notes §2. */
enum RemoteService {
    /** Fetches unconfirmed bookings. */
    BOOKING_OUTPUT(5001, "BookingInfoOutputService"),
    /** Confirms an output. */
    OUTPUT_COMPLETE(5002, "OutputCompleteService"),
    /** Lists room types; changes nothing, so that a connection can be tried with it. */
    ROOM_MASTER(1002, "NetRoomTypeMasterSearchService"),
    /** Lists what is left of each net room-type group, day by day. */
    STOCK_SEARCH(2002, "NetStockSearchService"),
    /** Sets many stock figures; may succeed in part, which its rows tell. */
    BULK_ADJUSTMENT(3005, "NetStockBulkAdjustmentService"),
    /** Repeats the answer that a bulk adjustment was given. */
    BULK_ADJUSTMENT_RESEND(3006, "NetStockBulkAdjustmentResponseResendService");

    private final int number;
    private final String spelling;

    RemoteService(int number, String spelling) {
        this.number = number;
        this.spelling = spelling;
    }

    /** Whether an answer in the namespace of that number may be its own; an answer read again may bear that of the first. */
    boolean answersAs(String otherNumber) {
        return otherNumber.equals(Integer.toString(number))
                || (this == BULK_ADJUSTMENT_RESEND && BULK_ADJUSTMENT.answersAs(otherNumber));
    }

    /** The name as it stands in the address. */
    String spelling() {
        return spelling;
    }

    /** The namespace of its operation; the second part has the first two digits of its number. */
    String namespace() {
        return "http://pmsfc" + number + ".pmsfc" + number / 100 + ".pms.lincoln.seanuts.co.jp/";
    }

    /** Whether "nothing found" is an answer of it, and no failure. */
    boolean isSearch() {
        return switch (this) {
            case BOOKING_OUTPUT, ROOM_MASTER, STOCK_SEARCH -> true;
            case OUTPUT_COMPLETE, BULK_ADJUSTMENT, BULK_ADJUSTMENT_RESEND -> false;
        };
    }

    /** Whether the half of an answer is of no use; half of the bookings is judged by who stores them. */
    boolean needsWholeAnswer() {
        return switch (this) {
            case ROOM_MASTER, STOCK_SEARCH, BULK_ADJUSTMENT, BULK_ADJUSTMENT_RESEND -> true;
            case BOOKING_OUTPUT, OUTPUT_COMPLETE -> false;
        };
    }

    /** Whether a refusal tells row by row what was done nevertheless (domain notes §4.6). */
    boolean mayFailInPart() {
        return this == BULK_ADJUSTMENT || this == BULK_ADJUSTMENT_RESEND;
    }
}
