package io.toritsugi.simulator;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Carries a request out, unless its fault prevents that, and gives the answer that the fault leaves. */
final class ServiceDesk {

    private final World world;
    private final BookingDesk bookings = new BookingDesk();

    ServiceDesk(World world) {
        this.world = world;
    }

    /**
     * @param fault what this request meets; null for nothing. What it does to the connection is {@link AnswerSending}'s
     */
    Answer answer(LincolnService service, byte[] request, @Nullable Fault fault) {
        var refusal = fault == null ? null : instead(service, fault);
        if (refusal != null) {
            return refusal;
        }
        try {
            return carryOut(service, RequestElement.read(request), fault);
        } catch (XMLStreamException e) {
            return Answer.soapFault("Client", "Not a SOAP request");
        }
    }

    /** The hotel that a request speaks for; empty where its credentials are no hotel's or it is not readable. */
    Optional<SimulatedHotel> hotelOf(byte[] request) {
        try {
            return world.hotelOf(Credentials.in(RequestElement.read(request)));
        } catch (XMLStreamException notReadable) {
            return Optional.empty();
        }
    }

    private static @Nullable Answer instead(LincolnService service, Fault fault) {
        return switch (fault) {
            case TOO_MANY_REQUESTS -> Answer.xml(SoapAnswer.failure(service, LincolnFailure.TOO_MANY_REQUESTS));
            case NOTHING_FOUND -> Answer.xml(SoapAnswer.failure(service, LincolnFailure.NOTHING_FOUND));
            case MAINTENANCE_PAGE -> Answer.maintenancePage(200);
            case MAINTENANCE_UNAVAILABLE -> Answer.maintenancePage(503);
            case SOAP_FAULT -> Answer.soapFault("Server", "java.lang.NullPointerException");
            case TIMEOUT_AFTER_PROCESSING,
                    LOST_ANSWER,
                    DUPLICATES,
                    OUT_OF_ORDER,
                    HALF_ANSWER,
                    SLOW_BYTES,
                    CHANGED_OUTPUT_ID,
                    SUCCESS_MISSING,
                    PARTIAL_FAILURE,
                    DUPLICATED_REQUEST_ID -> null;
        };
    }

    private Answer carryOut(LincolnService service, RequestElement request, @Nullable Fault fault) {
        if (request.all("execute").isEmpty()) {
            return Answer.xml(SoapAnswer.failure(service, LincolnFailure.NOT_A_REQUEST));
        }
        return Answer.xml(world.hotelOf(Credentials.in(request))
                .map(hotel -> forHotel(hotel, service, request, fault))
                .orElseGet(() -> SoapAnswer.failure(service, LincolnFailure.CREDENTIALS_WRONG)));
    }

    private byte[] forHotel(
            SimulatedHotel hotel, LincolnService service, RequestElement request, @Nullable Fault fault) {
        return switch (service) {
            case BOOKING_OUTPUT -> bookings.output(hotel, world.behaviour(), fault);
            case OUTPUT_COMPLETE -> bookings.complete(hotel, world.behaviour(), request, fault);
            case ROOM_MASTER -> StockDesk.roomMaster(hotel, fault);
            case STOCK_SEARCH -> StockDesk.search(hotel, request, fault);
            case STOCK_ADJUSTMENT, BULK_ADJUSTMENT -> AdjustmentDesk.adjust(service, hotel, request, fault);
            case STOCK_ADJUSTMENT_RESEND ->
                AdjustmentDesk.resend(service, LincolnService.STOCK_ADJUSTMENT, hotel, request);
            case BULK_ADJUSTMENT_RESEND ->
                AdjustmentDesk.resend(service, LincolnService.BULK_ADJUSTMENT, hotel, request);
        };
    }
}
