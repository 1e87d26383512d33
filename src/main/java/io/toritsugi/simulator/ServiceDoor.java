package io.toritsugi.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.toritsugi.simulator.Faults.SpoilableOutput;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the requests to {@code /pmsservice/V1/<Service>}. Requests hold passwords: they are never logged. */
final class ServiceDoor implements HttpHandler {

    static final String PATH = "/pmsservice/V1/";

    private static final Logger log = LoggerFactory.getLogger(ServiceDoor.class);
    private static final int LARGEST_REQUEST = 4 * 1024 * 1024;

    private final World world;
    private final ServiceDesk desk;
    private final AnswerSending sending;
    private final LongAdder requests = new LongAdder();

    ServiceDoor(World world, AnswerSending sending) {
        this.world = world;
        this.desk = new ServiceDesk(world);
        this.sending = sending;
    }

    long requests() {
        return requests.sum();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            var name = exchange.getRequestURI().getPath().substring(PATH.length());
            var service = LincolnService.named(name);
            if (service.isEmpty()) {
                sending.send(exchange, Answer.text(404, "There is no service " + name), null);
            } else if (exchange.getRequestMethod().equals("GET")) {
                description(exchange, service.get());
            } else {
                serve(exchange, service.get());
            }
        } catch (IOException | RuntimeException e) {
            log.debug(
                    "A request to {} ended without its answer: {}",
                    exchange.getRequestURI().getPath(),
                    e.toString());
            throw e;
        } finally {
            exchange.close();
        }
    }

    private void serve(HttpExchange exchange, LincolnService service) throws IOException {
        requests.increment();
        var request = exchange.getRequestBody().readNBytes(LARGEST_REQUEST + 1);
        if (request.length > LARGEST_REQUEST) {
            sending.send(exchange, Answer.text(413, "A request holds at most " + LARGEST_REQUEST + " bytes"), null);
            return;
        }
        var hotel = desk.hotelOf(request);
        var fault = world.faults().take(service, next(hotel)).orElse(null);
        var answer = desk.answer(service, request, fault == null ? null : fault.fault());
        sending.send(exchange, answer, fault);
    }

    private void description(HttpExchange exchange, LincolnService service) throws IOException {
        if (!"wsdl".equalsIgnoreCase(exchange.getRequestURI().getQuery())) {
            sending.send(exchange, Answer.text(405, "POST a SOAP request, or GET ?wsdl"), null);
            return;
        }
        var address = "http://" + exchange.getRequestHeaders().getFirst("Host") + PATH + service.serviceName();
        sending.send(exchange, Answer.xml(ServiceDescription.of(service, address)), null);
    }

    /** A fault of the content waits until there is content that shows it. */
    private SpoilableOutput next(Optional<SimulatedHotel> hotel) {
        return fault -> switch (fault) {
            case DUPLICATES -> hotel.isPresent() && hotel.get().bookings().nextSize(world.behaviour()) > 0;
            case OUT_OF_ORDER -> hotel.isPresent() && hotel.get().bookings().nextSize(world.behaviour()) > 1;
            case CHANGED_OUTPUT_ID ->
                hotel.isPresent() && hotel.get().bookings().redeliversNext();
            case TOO_MANY_REQUESTS,
                    NOTHING_FOUND,
                    TIMEOUT_AFTER_PROCESSING,
                    LOST_ANSWER,
                    MAINTENANCE_PAGE,
                    MAINTENANCE_UNAVAILABLE,
                    SOAP_FAULT,
                    HALF_ANSWER,
                    SLOW_BYTES,
                    SUCCESS_MISSING,
                    PARTIAL_FAILURE,
                    DUPLICATED_REQUEST_ID -> true;
        };
    }
}
