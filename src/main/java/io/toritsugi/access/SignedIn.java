package io.toritsugi.access;

import io.toritsugi.access.Users.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * What a session holds: the user's name and the number of the password by which it was opened, nothing more. Role and hotel
 * are looked up as they are at each request, so that a lock or a new password ends every session within seconds.
 */
@Component
class SignedIn {

    private static final String NAME = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String CREDENTIAL = "credential";

    private final Users users;
    private final ApplicationEventPublisher events;

    SignedIn(Users users, ApplicationEventPublisher events) {
        this.users = users;
        this.events = events;
    }

    /** Opens a session under a new id, whatever session the request came with. */
    void open(User user, HttpServletRequest request) {
        close(request);
        var session = request.getSession(true);
        session.setAttribute(NAME, user.username());
        session.setAttribute(CREDENTIAL, user.credentialNo());
    }

    void close(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            var id = session.getId();
            session.invalidate();
            events.publishEvent(new SessionEnded(id));
        }
    }

    /** Whose session the request came with; a session that is no longer good is closed. */
    Optional<Caller> caller(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        var user = user(session);
        if (user.isEmpty()) {
            session.invalidate();
        }
        return user.map(known -> known.caller(request.getRemoteAddr()));
    }

    /** Whose session this is; empty when it is no longer good. Does not count as a use of it. */
    Optional<User> user(Session session) {
        return user(session.getAttribute(NAME), session.getAttribute(CREDENTIAL));
    }

    private Optional<User> user(HttpSession session) {
        return user(session.getAttribute(NAME), session.getAttribute(CREDENTIAL));
    }

    private Optional<User> user(@Nullable Object name, @Nullable Object credential) {
        return name instanceof String username && credential instanceof Integer credentialNo
                ? users.ofSession(username, credentialNo)
                : Optional.empty();
    }
}
