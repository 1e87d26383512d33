package io.toritsugi.intake;

import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.telegram.DeliveryTooLargeException;
import io.toritsugi.telegram.EmptyDeliveryException;
import io.toritsugi.telegram.Envelope;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The steps of the HTTP intake after the door: receive, wait, acknowledge. */
@Component("httpIntake")
class HttpIntake {

    private static final Logger LOG = LoggerFactory.getLogger(HttpIntake.class);
    private static final String VIA = "http";

    private final ReceiveDelivery receive;
    private final OutcomeWatch watch;
    private final Receipts receipts;

    HttpIntake(ReceiveDelivery receive, OutcomeWatch watch, Receipts receipts) {
        this.receive = receive;
        this.watch = watch;
        this.receipts = receipts;
    }

    /**
     * Reads and stores the body.
     *
     * @throws ProblemException 400 when there is nothing in it or it breaks off, 408 when it takes too long, 413 when it is
     *     too large
     */
    public StoredDelivery receive(@Body IntakeRequest request) throws IOException {
        try {
            return receive.receive(
                    request.hotel().id(), VIA, request.apiKeyId(), request.body(), request.gzip(), request.charset());
        } catch (EmptyDeliveryException nothing) {
            throw new ProblemException(ProblemCode.INTAKE_EMPTY);
        } catch (DeliveryTooLargeException tooLarge) {
            throw new ProblemException(
                    ProblemCode.INTAKE_TOO_LARGE, Map.of("expected", String.valueOf(tooLarge.limit())));
        } catch (BodyTooSlowException tooSlow) {
            throw new ProblemException(ProblemCode.INTAKE_TOO_SLOW);
        } catch (BodyBrokenException broken) {
            LOG.info("A body for hotel {} broke off: {}", request.hotel().code(), broken.getMessage());
            throw new ProblemException(ProblemCode.INTAKE_BROKEN_OFF);
        }
    }

    /** Waits for outcomes where the sender asked for it. */
    public void await(@Body StoredDelivery stored, @ExchangeProperty("request") IntakeRequest request) {
        if (!request.patience().isZero()) {
            watch.await(stored.id(), request.patience());
        }
    }

    /** Answers the receipt, with the status that sums it up. */
    public Receipt acknowledge(
            @Body StoredDelivery stored, @ExchangeProperty("request") IntakeRequest request, Exchange exchange) {
        var waiting = request.patience().isZero() ? stored.waiting() : null;
        var receipt = waiting == null
                ? receipts.write(request.hotel(), stored.id(), stored.receivedAt(), request.language())
                : receipts.writeWaiting(request.hotel(), stored.id(), stored.receivedAt(), waiting);
        exchange.getMessage()
                .setHeader(
                        Exchange.HTTP_RESPONSE_CODE,
                        status(stored.summary().envelope(), receipt).value());
        return receipt;
    }

    /**
     * Answers the receipt of an earlier delivery as it stands now.
     *
     * @throws ProblemException 404 when this hotel has none of that number
     */
    public Receipt find(@Body HotelRef hotel, @ExchangeProperty("delivery") String delivery, Exchange exchange) {
        var language = IntakeDoor.language(IntakeDoor.request(exchange));
        return uuid(delivery)
                .flatMap(id -> receipts.find(hotel, id, language))
                .orElseThrow(() -> new ProblemException(ProblemCode.DELIVERY_UNKNOWN));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static HttpStatus status(Envelope envelope, Receipt receipt) {
        if (envelope == Envelope.UNREADABLE || damagedBehindItsKeys(envelope, receipt)) {
            return HttpStatus.UNPROCESSABLE_ENTITY;
        }
        return receipt.decided() ? HttpStatus.OK : HttpStatus.ACCEPTED;
    }

    private static boolean damagedBehindItsKeys(Envelope envelope, Receipt receipt) {
        return envelope == Envelope.TELEGRAM
                && receipt.telegrams().stream()
                        .anyMatch(line -> FailureClass.PARSE.name().equals(line.failureClass()));
    }
}
