package io.toritsugi.access;

import io.toritsugi.access.Users.User;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import org.springframework.stereotype.Component;

/** A name and a password, checked against guessing: throttled, and every failure on record. */
@Component
class PasswordCheck {

    private final Users users;
    private final SignInThrottle throttle;
    private final Audit audit;

    PasswordCheck(Users users, SignInThrottle throttle, Audit audit) {
        this.users = users;
        this.throttle = throttle;
        this.audit = audit;
    }

    /**
     * The user, when the password is his.
     *
     * @throws ProblemException {@code access.bad_credentials}, {@code access.too_many_attempts}
     */
    User verified(String username, String password, String address) {
        throttle.admit(username, address);
        var user = users.verified(username, password);
        if (user.isEmpty()) {
            throttle.failed(username, address);
            // A name that nobody has may be a password typed into the wrong field: it is not written down.
            var name = users.named(username).map(User::username).orElse("(unknown)");
            var nobody = new Caller(name, Role.VIEWER, null, address, null);
            audit.record(nobody, "session.refused", null, name, null, null);
        }
        var known = user.orElseThrow(() -> new ProblemException(ProblemCode.BAD_CREDENTIALS));
        throttle.succeeded(username, address);
        return known;
    }
}
