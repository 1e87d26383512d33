package io.toritsugi.stopsell;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.Fate;
import io.toritsugi.link.LincolnStock;
import io.toritsugi.link.RemoteFailedException;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, hotel by hotel, one request after the other, never within a transaction. A request whose answer was lost is
 * asked for before anything is sent again (domain notes §4.6).
 */
@Component("sendAdjustments")
class SendAdjustments {

    private static final Logger LOG = LoggerFactory.getLogger(SendAdjustments.class);

    private final SendingClaims claims;
    private final LincolnStock lincoln;
    private final SendingResults results;
    private final HotelTasks tasks;

    SendAdjustments(SendingClaims claims, LincolnStock lincoln, SendingResults results, StopSellSettings settings) {
        this.claims = claims;
        this.lincoln = lincoln;
        this.results = results;
        this.tasks = new HotelTasks("stop-sell", settings.talks());
    }

    /** Begins to send what is due now; answers for how many hotels. */
    public int begin() {
        int begun = 0;
        for (int hotel : claims.hotels()) {
            if (tasks.begin(hotel, () -> sendAll(hotel))) {
                begun++;
            }
        }
        return begun;
    }

    private void sendAll(int hotelId) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = claims.claim(hotelId).map(this::handle).orElse(false);
        }
    }

    /** Sends one request, or asks for it; answers whether it makes sense to go on with the hotel's next. */
    boolean handle(ClaimedSending sending) {
        try {
            noteIfLate(sending, sending.inDoubt() ? ask(sending) : send(sending));
            return true;
        } catch (RemoteFailedException failed) {
            LOG.info("Request {} is not settled yet: {}", sending.id(), failed.getMessage());
            noteIfLate(sending, results.failed(sending, failed));
            return failed.fate() == Fate.REFUSED && failed.askAgainAt() == null;
        } catch (IllegalArgumentException | IllegalStateException ours) {
            LOG.warn("Request {} cannot be settled", sending.id(), ours);
            noteIfLate(sending, results.failed(sending, unexpected()));
            return true;
        }
    }

    private boolean send(ClaimedSending sending) {
        var answer = lincoln.adjust(sending.hotelId(), sending.requestId(), sending.targets());
        return results.answered(sending, answer);
    }

    private boolean ask(ClaimedSending sending) {
        var answer = lincoln.askAgain(sending.hotelId(), sending.requestId());
        return answer.isPresent() ? results.answered(sending, answer.get()) : results.neverArrived(sending);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        tasks.stop();
    }

    private static void noteIfLate(ClaimedSending sending, boolean written) {
        if (!written) {
            LOG.warn("The result of request {} came after its lease and is left out", sending.id());
        }
    }

    /** Ours, but nobody knows at which step: it may have been carried out. */
    private static RemoteFailedException unexpected() {
        return new RemoteFailedException(new Failure(FailureCode.UNEXPECTED, "stop-sell", Map.of()), Fate.UNKNOWN);
    }
}
