package io.toritsugi.access;

import io.toritsugi.access.Users.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
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

    SignedIn(Users users) {
        this.users = users;
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
            session.invalidate();
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

    private Optional<User> user(HttpSession session) {
        return session.getAttribute(NAME) instanceof String name
                        && session.getAttribute(CREDENTIAL) instanceof Integer credential
                ? users.ofSession(name, credential)
                : Optional.empty();
    }
}
