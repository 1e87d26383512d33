package io.toritsugi.mapping;

import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.FailureCatalogue;
import io.toritsugi.link.LincolnRoomMaster;
import io.toritsugi.link.RemoteFailedException;
import io.toritsugi.link.RoomMasterRow;
import io.toritsugi.mapping.RoomMasterController.Fetched;
import io.toritsugi.mapping.RoomMasterRows.Stored;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fetches the room master, then stores it: two steps, for no transaction is open across a call to TL-Lincoln. */
@Component
class FetchRoomMaster {

    private final LincolnRoomMaster lincoln;
    private final RoomMasterRows rows;
    private final FailureCatalogue catalogue;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FetchRoomMaster(
            LincolnRoomMaster lincoln,
            RoomMasterRows rows,
            FailureCatalogue catalogue,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.lincoln = lincoln;
        this.rows = rows;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Fetches and stores; an answer without a row leaves what was known.
     *
     * @throws ProblemException {@code connection.unknown}; {@code room_master.not_fetched} saying why, nothing is changed then
     */
    Fetched fetch(HotelRef hotel, Locale language) {
        if (!lincoln.isLinked(hotel.id())) {
            throw new ProblemException(ProblemCode.CONNECTION_UNKNOWN, Map.of("hotel", hotel.code()));
        }
        var fetched = ask(hotel, language);
        var at = clock.instant().atZone(hotel.zone()).toOffsetDateTime();
        var stored = fetched.isEmpty() ? new Stored(0, 0, 0) : store(hotel, fetched);
        return new Fetched(fetched.size(), stored.added(), stored.changed(), stored.removed(), at);
    }

    private List<RoomMasterRow> ask(HotelRef hotel, Locale language) {
        try {
            return lincoln.fetch(hotel.id());
        } catch (RemoteFailedException failed) {
            throw problem(failed, language);
        }
    }

    private Stored store(HotelRef hotel, List<RoomMasterRow> fetched) {
        return Objects.requireNonNull(transactions.execute(status -> {
            var stored = rows.store(hotel, fetched);
            audit.record("room_master.fetched", hotel.id(), "room-master", null, stored);
            return stored;
        }));
    }

    private ProblemException problem(RemoteFailedException failed, Locale language) {
        var failure = failed.failure();
        var extras = new LinkedHashMap<String, Object>();
        extras.put("class", failure.failureClass());
        extras.put("failure", failure.code().code());
        extras.put("cause", catalogue.cause(failure.code(), failure.arguments(), language));
        extras.put("remedy", catalogue.remedy(failure.code(), failure.arguments(), language));
        if (failed.askAgainAt() != null) {
            extras.put(
                    "retryAfter",
                    Math.max(
                            1,
                            Duration.between(clock.instant(), failed.askAgainAt())
                                    .toSeconds()));
        }
        return new ProblemException(
                ProblemCode.ROOM_MASTER_NOT_FETCHED, Map.of("reason", catalogue.message(failure, language)), extras);
    }
}
