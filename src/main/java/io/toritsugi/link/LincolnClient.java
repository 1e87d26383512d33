package io.toritsugi.link;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.SoapCall.Answered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Speaks to TL-Lincoln for a hotel (domain notes §2), as its connection says at that moment: within its limits, each call on
 * record, no secret in any failure. Never within a transaction. Safe for many threads.
 */
@Component
public class LincolnClient {

    private final ConnectionStore connections;
    private final CredentialVault vault;
    private final SoapCall soap;
    private final HotelGates gates;
    private final HotelPatience patience;
    private final CallLog log;
    private final LinkSettings settings;
    private final Clock clock;

    LincolnClient(
            ConnectionStore connections,
            CredentialVault vault,
            SoapCall soap,
            HotelGates gates,
            HotelPatience patience,
            CallLog log,
            LinkSettings settings,
            Clock clock) {
        this.connections = connections;
        this.vault = vault;
        this.soap = soap;
        this.gates = gates;
        this.patience = patience;
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Fetches the bookings that are not confirmed. "Nothing found" (E613) is an empty answer.
     *
     * @return the answer, also half of one; to be closed
     * @throws RemoteFailedException when there is no answer, or none that succeeded
     */
    public LincolnAnswer fetchBookings(int hotelId) {
        return ask(hotelId, RemoteRequest.aboutOutput(RemoteService.BOOKING_OUTPUT, null));
    }

    /**
     * Confirms an output (完了反映).
     *
     * @throws RemoteFailedException unless TL-Lincoln said that it succeeded
     */
    public void confirm(int hotelId, String outputId) {
        close(ask(hotelId, RemoteRequest.aboutOutput(RemoteService.OUTPUT_COMPLETE, outputId)));
    }

    /**
     * Asks a service, within the limits of the hotel.
     *
     * @return its answer; of an adjustment also one that refuses, for its rows may tell more; to be closed
     * @throws RemoteFailedException when there is no answer, or none that succeeded
     */
    LincolnAnswer ask(int hotelId, RemoteRequest request) {
        var connection = require(hotelId);
        var credentials = credentials(connection);
        requirePatience(connection, request.service());
        gates.of(connection).pass(request.service());
        return call(connection, credentials, request);
    }

    /**
     * Asks for the room types, which changes nothing; past the breaker and the back-off, for a person wants to know.
     *
     * @throws RemoteFailedException unless TL-Lincoln said that it succeeded
     */
    void tryOut(Connection connection) {
        var credentials = credentials(connection);
        gates.of(connection).count(RemoteService.ROOM_MASTER);
        close(call(connection, credentials, RemoteRequest.plain(RemoteService.ROOM_MASTER)));
    }

    private LincolnAnswer call(Connection connection, LinkCredentials credentials, RemoteRequest request) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("No transaction may be open across a call to TL-Lincoln");
        }
        var askedAt = clock.instant();
        long began = System.nanoTime();
        var call = new CallLog.Call(askedAt, connection.hotelId(), request.service(), request.subject());
        Integer status = null;
        try (var answered = soap.post(connection, credentials, request)) {
            status = answered.status();
            var answer = judged(connection, credentials, request.service(), answered, askedAt);
            note(connection, call, status, began, answer.refusal());
            return answer;
        } catch (RemoteFailedException refused) {
            var failed = blanked(refused, credentials);
            note(connection, call, status, began, failed);
            throw failed;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The answer's temporary file cannot be read", unreadable);
        }
    }

    private void note(
            Connection connection,
            CallLog.Call call,
            @Nullable Integer status,
            long began,
            @Nullable RemoteFailedException failed) {
        var took = Duration.ofNanos(System.nanoTime() - began);
        gates.of(connection).note(failed, took);
        log.record(call, status, took, failed);
    }

    private LincolnAnswer judged(
            Connection connection,
            LinkCredentials credentials,
            RemoteService service,
            Answered answered,
            Instant askedAt)
            throws IOException {
        var head = AnswerHead.read(answered.bytes(), answered.charset());
        var refusal = new AnswerJudgement(service, settings.credentialCodes())
                .refusal(answered.status(), head, answered.bytes().broken());
        if (refusal == null) {
            patience.end(connection.hotelId());
            return LincolnAnswer.of(answered.keep(), head, answered.charset(), askedAt);
        }
        if (service.isSearch()
                && head.reason().equals(AnswerJudgement.NOTHING_FOUND)
                && refusal.fate() == Fate.REFUSED) {
            patience.end(connection.hotelId());
            return LincolnAnswer.nothing(askedAt);
        }
        if (refusal.failure().code() == FailureCode.REMOTE_TOO_MANY_REQUESTS) {
            throw new RemoteFailedException(refusal.failure(), refusal.fate(), patience.lengthen(connection.hotelId()));
        }
        if (service.mayFailInPart() && refusal.failure().code() == FailureCode.REMOTE_NOT_ACCEPTED) {
            return LincolnAnswer.refused(
                    answered.keep(), head, answered.charset(), askedAt, blanked(refusal, credentials));
        }
        throw refusal;
    }

    private Connection require(int hotelId) {
        return connections
                .find(hotelId)
                .orElseThrow(() -> new IllegalStateException("Hotel " + hotelId + " has no connection to TL-Lincoln"));
    }

    private LinkCredentials credentials(Connection connection) {
        if (connection.sealed() == null) {
            throw notSent(FailureCode.REMOTE_NO_CREDENTIALS, connection);
        }
        try {
            return vault.open(connection.hotelId(), connection.sealed());
        } catch (UnreadableCredentialsException otherKeys) {
            throw notSent(FailureCode.REMOTE_KEYS_LOST, connection);
        }
    }

    private static RemoteFailedException notSent(FailureCode code, Connection connection) {
        return new RemoteFailedException(
                new Failure(code, AnswerJudgement.STAGE, Map.of("hotel", connection.hotel())), Fate.NOT_SENT);
    }

    private void requirePatience(Connection connection, RemoteService service) {
        var until = connection.state().backOffUntil();
        if (until != null && clock.instant().isBefore(until)) {
            throw new RemoteFailedException(
                    new Failure(
                            FailureCode.REMOTE_BACKING_OFF,
                            AnswerJudgement.STAGE,
                            Map.of("service", service.spelling())),
                    Fate.NOT_SENT,
                    until);
        }
    }

    /** What TL-Lincoln says is kept and shown; it must not repeat what it was told. */
    private static RemoteFailedException blanked(RemoteFailedException refused, LinkCredentials credentials) {
        var text = refused.failure().arguments().getOrDefault("text", "");
        if (!text.contains(credentials.password())) {
            return refused;
        }
        var facts = new HashMap<>(refused.failure().arguments());
        facts.put("text", text.replace(credentials.password(), "***"));
        return new RemoteFailedException(
                new Failure(refused.failure().code(), refused.failure().stage(), facts),
                refused.fate(),
                refused.askAgainAt());
    }

    private static void close(LincolnAnswer answer) {
        try {
            answer.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException("The answer's temporary file cannot be closed", unclosable);
        }
    }
}
