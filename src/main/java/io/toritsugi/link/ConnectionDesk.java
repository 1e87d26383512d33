package io.toritsugi.link;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.FailureCatalogue;
import io.toritsugi.failure.FailureCode;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows and changes connections. Every change is on record, without the password; the next call uses it, on every node. */
@Component
class ConnectionDesk {

    private final ConnectionStore connections;
    private final CredentialVault vault;
    private final FailureCatalogue catalogue;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ConnectionDesk(
            ConnectionStore connections,
            CredentialVault vault,
            FailureCatalogue catalogue,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.connections = connections;
        this.vault = vault;
        this.catalogue = catalogue;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @throws ProblemException {@code connection.unknown} when the hotel has none */
    ShownConnection show(HotelRef hotel, Locale language) {
        var connection = require(hotel);
        return ShownConnection.of(connection, credentials(connection).orElse(null), state(connection, language));
    }

    /** @throws ProblemException {@code connection.unknown} when the hotel has none */
    Connection require(HotelRef hotel) {
        return connections
                .find(hotel.id())
                .orElseThrow(() -> new ProblemException(ProblemCode.CONNECTION_UNKNOWN, Map.of("hotel", hotel.code())));
    }

    /**
     * Makes the connection or changes what is given of it.
     *
     * @return whether it was made
     * @throws ProblemException {@code request.invalid} naming the field that is missing or makes no sense
     */
    @Transactional
    public boolean put(HotelRef hotel, ConnectionWanted wanted) {
        var before = connections.find(hotel.id());
        var address = wanted.plainAddress();
        if (before.isEmpty()) {
            ConnectionWanted.fieldOf(address, "address");
            ConnectionWanted.fieldOf(wanted.systemId(), "systemId");
        }
        var known = before.flatMap(this::credentials);
        var sealed = sealed(hotel.id(), known, wanted);
        boolean elsewhere = sealed != null || differs(address, before.map(Connection::address));
        connections.put(hotel.id(), address, sealed, elsewhere, wanted);
        var after = require(hotel);
        audit.record(
                before.isEmpty() ? "connection.created" : "connection.changed",
                hotel.id(),
                "connection",
                before.map(connection -> ShownConnection.of(connection, known.orElse(null), null))
                        .orElse(null),
                changed(after, wanted.password() != null));
        events.publishEvent(new ConnectionChanged(hotel.id(), hotel.code()));
        if (!after.poll()) {
            events.publishEvent(new LinkRestored(hotel.id(), clock.instant()));
        }
        return before.isEmpty();
    }

    /** What is known of the user and the password; empty when nothing was set or nothing can be decrypted. */
    Optional<LinkCredentials> credentials(Connection connection) {
        if (connection.sealed() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(vault.open(connection.hotelId(), connection.sealed()));
        } catch (UnreadableCredentialsException otherKeys) {
            return Optional.empty(); // shown as such, and said by the connection test
        }
    }

    private byte @Nullable [] sealed(int hotelId, Optional<LinkCredentials> known, ConnectionWanted wanted) {
        if (wanted.user() == null && wanted.password() == null) {
            return null;
        }
        var user = wanted.user() != null
                ? wanted.user()
                : known.map(LinkCredentials::user).orElse(null);
        var password = wanted.password() != null
                ? wanted.password()
                : known.map(LinkCredentials::password).orElse(null);
        return vault.seal(
                hotelId,
                new LinkCredentials(
                        ConnectionWanted.fieldOf(user, "user"), ConnectionWanted.fieldOf(password, "password")));
    }

    private Audited changed(Connection after, boolean passwordChanged) {
        return new Audited(ShownConnection.of(after, credentials(after).orElse(null), null), passwordChanged);
    }

    private ShownConnection.State state(Connection connection, Locale language) {
        var state = connection.state();
        var zone = connection.zone();
        return new ShownConnection.State(
                ShownConnection.at(state.polledAt(), zone),
                ShownConnection.at(state.polledWellAt(), zone),
                connection.poll() ? ShownConnection.at(state.nextPollAt(), zone) : null,
                state.failures(),
                ShownConnection.at(state.backOffUntil(), zone),
                state.code(),
                state.code() == null ? null : catalogue.message(FailureCode.of(state.code()), state.facts(), language),
                state.updatedAt().atZone(zone).toOffsetDateTime());
    }

    private static boolean differs(@Nullable String wanted, Optional<String> before) {
        return wanted != null && before.isPresent() && !Objects.equals(wanted, before.get());
    }

    /** What the audit keeps: that the password is another one, and never which. */
    record Audited(@JsonUnwrapped ShownConnection connection, boolean passwordChanged) {}
}
