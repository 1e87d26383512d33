package io.toritsugi.link;

/** The services of TL-Lincoln that are called here, by the names and numbers of domain notes §2. */
enum RemoteService {
    /** Fetches unconfirmed bookings. */
    BOOKING_OUTPUT(5001, "BookingInfoOutputService"),
    /** Confirms an output. */
    OUTPUT_COMPLETE(5002, "OutputCompleteService"),
    /** Lists room types; changes nothing, so that a connection can be tried with it. */
    ROOM_MASTER(1002, "NetRoomTypeMasterSearchService");

    private final int number;
    private final String spelling;

    RemoteService(int number, String spelling) {
        this.number = number;
        this.spelling = spelling;
    }

    int number() {
        return number;
    }

    /** The name as it stands in the address. */
    String spelling() {
        return spelling;
    }

    /** The namespace of its operation; the second part has the first two digits of its number. */
    String namespace() {
        return "http://pmsfc" + number + ".pmsfc" + number / 100 + ".pms.lincoln.seanuts.co.jp/";
    }
}
