package io.toritsugi.link;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks TL-Lincoln which room types its sales offices know of a hotel (NetRoomTypeMasterSearchService, domain notes §2): in the
 * hotel's turn, within its limits, each call on record. Never within a transaction. Safe for many threads.
 */
@Component
public class LincolnRoomMaster {

    private static final int MOST_ROWS = 20_000;
    private static final int SECONDS_OF_A_TURN = 10;

    private final LincolnClient lincoln;
    private final ConnectionStore connections;
    private final HotelTurns turns;
    private final Clock clock;

    LincolnRoomMaster(LincolnClient lincoln, ConnectionStore connections, HotelTurns turns, Clock clock) {
        this.lincoln = lincoln;
        this.connections = connections;
        this.turns = turns;
        this.clock = clock;
    }

    /** Whether the hotel has a connection at all. */
    public boolean isLinked(int hotelId) {
        return connections.find(hotelId).isPresent();
    }

    /**
     * All rows of the hotel's room master, each agent's code once; empty when TL-Lincoln found nothing.
     *
     * @throws RemoteFailedException when there is no answer, none that succeeded, or the hotel's turn is taken ({@code remote.busy})
     * @throws IllegalStateException when the hotel has no connection
     */
    public List<RoomMasterRow> fetch(int hotelId) {
        var turn = turns.claim(hotelId).orElseThrow(() -> notNow(hotelId));
        try {
            return ask(hotelId);
        } finally {
            turns.end(turn);
        }
    }

    private List<RoomMasterRow> ask(int hotelId) {
        try (var answer = lincoln.ask(hotelId, RemoteRequest.plain(RemoteService.ROOM_MASTER))) {
            try (var bytes = answer.open()) {
                return answer.isNothing() ? List.of() : RoomMasterReading.read(bytes, answer.charset(), MOST_ROWS);
            }
        } catch (XMLStreamException notWellFormed) {
            throw failed(FailureCode.REMOTE_HALF_ANSWER, Fate.UNKNOWN, null);
        } catch (RoomMasterReading.TooManyRowsException tooLarge) {
            throw failed(FailureCode.REMOTE_TOO_LARGE, Fate.UNKNOWN, null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The answer's temporary file cannot be read", unreadable);
        }
    }

    /** Why a turn is not given, as far as it shows in the hotel's row. */
    private RemoteFailedException notNow(int hotelId) {
        var connection = connections
                .find(hotelId)
                .orElseThrow(() -> new IllegalStateException("Hotel " + hotelId + " has no connection to TL-Lincoln"));
        var backOff = connection.state().backOffUntil();
        if (connection.sealed() == null) {
            return failed(FailureCode.REMOTE_NO_CREDENTIALS, Fate.NOT_SENT, null);
        }
        return backOff != null && clock.instant().isBefore(backOff)
                ? failed(FailureCode.REMOTE_BACKING_OFF, Fate.NOT_SENT, backOff)
                : failed(FailureCode.REMOTE_BUSY, Fate.NOT_SENT, clock.instant().plusSeconds(SECONDS_OF_A_TURN));
    }

    private static RemoteFailedException failed(FailureCode code, Fate fate, @Nullable Instant again) {
        var facts = Map.of("service", RemoteService.ROOM_MASTER.spelling());
        return new RemoteFailedException(new Failure(code, AnswerJudgement.STAGE, facts), fate, again);
    }
}
