package io.toritsugi.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/** The sessions of all nodes, for who serves a client beyond his request: whether one still stands, and for whom. */
@Component
public class OpenSessions {

    private final SessionRepository<?> sessions;
    private final SignedIn signedIn;

    OpenSessions(SessionRepository<?> sessions, SignedIn signedIn) {
        this.sessions = sessions;
        this.signedIn = signedIn;
    }

    /**
     * Who is signed in by a session, with the role and hotel of now; empty when it ended, or its user is locked or has a new
     * password. Does not count as a use of the session.
     *
     * @param address where he calls from; null when that is not known
     */
    public Optional<Caller> caller(String sessionId, @Nullable String address) {
        Session session = sessions.findById(sessionId);
        return session == null ? Optional.empty() : signedIn.user(session).map(user -> user.caller(address));
    }
}
