package io.toritsugi.simulator;

import java.util.Optional;

/** The services that the simulator offers, by the names and numbers of domain notes §2. */
public enum LincolnService {
    BOOKING_OUTPUT(5001, "BookingInfoOutputService"),
    OUTPUT_COMPLETE(5002, "OutputCompleteService"),
    ROOM_MASTER(1002, "NetRoomTypeMasterSearchService"),
    STOCK_SEARCH(2002, "NetStockSearchService"),
    STOCK_ADJUSTMENT(3002, "NetStockAdjustmentService"),
    STOCK_ADJUSTMENT_RESEND(3004, "NetStockAdjustmentResponseResendService"),
    BULK_ADJUSTMENT(3005, "NetStockBulkAdjustmentService"),
    BULK_ADJUSTMENT_RESEND(3006, "NetStockBulkAdjustmentResponseResendService");

    private final int number;
    private final String serviceName;

    LincolnService(int number, String serviceName) {
        this.number = number;
        this.serviceName = serviceName;
    }

    /** The name as it stands in the address. */
    public String serviceName() {
        return serviceName;
    }

    /** The namespace of its operation; NN are the first two digits of its number. */
    public String namespace() {
        return "http://pmsfc" + number + ".pmsfc" + number / 100 + ".pms.lincoln.seanuts.co.jp/";
    }

    static Optional<LincolnService> named(String name) {
        for (var service : values()) {
            if (service.serviceName.equals(name) || service.name().equals(name)) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }
}
