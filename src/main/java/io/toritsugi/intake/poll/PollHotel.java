package io.toritsugi.intake.poll;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.intake.PolledOutputs;
import io.toritsugi.intake.ReceiveDelivery;
import io.toritsugi.link.Fate;
import io.toritsugi.link.HotelTurn;
import io.toritsugi.link.LincolnAnswer;
import io.toritsugi.link.LincolnClient;
import io.toritsugi.link.PollResults;
import io.toritsugi.link.RemoteFailedException;
import io.toritsugi.telegram.DeliveryTooLargeException;
import io.toritsugi.telegram.EmptyDeliveryException;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The steps of a hotel's poll: ask, store, write down how it ended. */
@Component("pollHotel")
class PollHotel {

    private static final Logger LOG = LoggerFactory.getLogger(PollHotel.class);

    private final LincolnClient lincoln;
    private final ReceiveDelivery receive;
    private final PolledOutputs outputs;
    private final PollResults results;
    private final JdbcClient jdbc;

    PollHotel(
            LincolnClient lincoln,
            ReceiveDelivery receive,
            PolledOutputs outputs,
            PollResults results,
            JdbcClient jdbc) {
        this.lincoln = lincoln;
        this.receive = receive;
        this.outputs = outputs;
        this.results = results;
        this.jdbc = jdbc;
    }

    /** Asks for the bookings that are not confirmed. */
    public LincolnAnswer ask(@Body HotelTurn turn) {
        return lincoln.fetchBookings(turn.hotelId());
    }

    /**
     * Stores what came, by the door through which everything comes.
     *
     * @throws RemoteFailedException when not all of it came, or it was no answer of bookings
     */
    public Stored store(@Body LincolnAnswer answer, @ExchangeProperty("turn") HotelTurn turn) throws IOException {
        try (answer) {
            if (answer.isEmpty() && answer.isWhole()) {
                return new Stored(answer.askedAt(), false);
            }
            if (!answer.isWhole() && !answer.hasBookings()) {
                throw unsettled(FailureCode.REMOTE_HALF_ANSWER);
            }
            var outputId = answer.outputId();
            if (outputId != null
                    && answer.isWhole()
                    && outputs.cameAgain(turn.hotelId(), outputId, answer.sha256(), answer.askedAt())) {
                return new Stored(answer.askedAt(), false);
            }
            return new Stored(answer.askedAt(), bringsNews(store(answer, turn.hotelId())));
        }
    }

    /** Writes down that the poll succeeded. */
    public void succeed(@Body Stored stored, @ExchangeProperty("turn") HotelTurn turn) {
        if (!results.succeeded(turn, stored.askedAt(), stored.news())) {
            LOG.warn("A poll of hotel {} ended after its turn was lost; its bookings are stored", turn.hotel());
        }
    }

    /** Writes down that the poll failed; what is no failure of the link is one of ours, and the answer is missing. */
    public void fail(
            @ExchangeProperty("turn") HotelTurn turn, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception cause) {
        var failed = remote(cause);
        if (failed != null) {
            LOG.atInfo()
                    .addKeyValue("hotel", turn.hotel())
                    .addKeyValue("code", failed.failure().code().code())
                    .log("Polling hotel {} failed: {}", turn.hotel(), failed.getMessage());
            results.failed(turn, failed);
            return;
        }
        LOG.warn("Polling hotel {} failed on our side", turn.hotel(), cause);
        results.failed(
                turn, new RemoteFailedException(new Failure(FailureCode.UNEXPECTED, "store", Map.of()), Fate.UNKNOWN));
    }

    private UUID store(LincolnAnswer answer, int hotelId) throws IOException {
        try (var bytes = answer.open()) {
            var delivery = receive.receivePolled(hotelId, bytes, answer.charset(), answer.askedAt(), answer.isWhole());
            if (!delivery.readable()) {
                throw unsettled(FailureCode.REMOTE_NOT_SOAP);
            }
            if (!delivery.whole()) {
                throw unsettled(FailureCode.REMOTE_HALF_ANSWER);
            }
            return delivery.id();
        } catch (DeliveryTooLargeException tooLarge) {
            throw unsettled(FailureCode.REMOTE_TOO_LARGE);
        } catch (EmptyDeliveryException nothing) {
            throw unsettled(FailureCode.REMOTE_NOT_SOAP);
        }
    }

    /** Whether any telegram of it was not known before: where all are repetitions, asking at once brings the same again. */
    private boolean bringsNews(UUID delivery) {
        return jdbc.sql("select exists (select from telegram where delivery_id = :delivery and original_id is null)")
                .param("delivery", delivery)
                .query(Boolean.class)
                .single();
    }

    private static RemoteFailedException unsettled(FailureCode code) {
        return new RemoteFailedException(
                new Failure(code, "store", Map.of("service", "BookingInfoOutputService")), Fate.UNKNOWN);
    }

    private static @Nullable RemoteFailedException remote(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RemoteFailedException failed) {
                return failed;
            }
        }
        return null;
    }

    /**
     * An answer that is stored.
     *
     * @param news whether anything in it was not known before
     */
    record Stored(Instant askedAt, boolean news) {}
}
