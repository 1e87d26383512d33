package io.toritsugi.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The people who may sign in. */
@Component
class Users {

    /** What bcrypt looks at; a longer password is refused rather than cut. */
    static final int MAX_PASSWORD_BYTES = 72;

    private final JdbcClient jdbc;
    private final PasswordEncoder passwords;
    private final Recent<String, User> recent;
    private final String hashOfNobody;

    Users(JdbcClient jdbc, PasswordEncoder passwords, AccessSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.recent = new Recent<>(clock, settings.recheck(), 10_000);
        this.hashOfNobody = passwords.encode("nobody");
    }

    /** The user, when the password is his; takes as long for a name that nobody has. */
    Optional<User> verified(String username, String password) {
        var user = find(username);
        var right = fits(password) && passwords.matches(password, user == null ? hashOfNobody : user.passwordHash());
        return Optional.ofNullable(right ? user : null);
    }

    /** The user of a session, as he is now; empty when he was locked or his password changed since. */
    Optional<User> ofSession(String username, int credentialNo) {
        return Optional.ofNullable(recent.get(username, this::find))
                .filter(user -> user.credentialNo() == credentialNo);
    }

    Optional<User> named(String username) {
        return Optional.ofNullable(find(username));
    }

    void create(String username, String password, Role role) {
        jdbc.sql("""
                        insert into user_account (username, password_hash, role)
                        values (:username, :hash, :role)
                        """)
                .param("username", username)
                .param("hash", passwords.encode(password))
                .param("role", role.name())
                .update();
    }

    void changePassword(String username, String password) {
        jdbc.sql("""
                        update user_account
                        set password_hash = :hash, credential_no = credential_no + 1
                        where username = :username
                        """)
                .param("username", username)
                .param("hash", passwords.encode(password))
                .update();
        recent.forget(username);
    }

    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MAX_PASSWORD_BYTES;
    }

    private @Nullable User find(String username) {
        return jdbc.sql("""
                        select username, password_hash, role, hotel_id, credential_no
                        from user_account
                        where username = :username and enabled
                        """)
                .param("username", username)
                .query(User.class)
                .optional()
                .orElse(null);
    }

    record User(
            String username,
            String passwordHash,
            Role role,
            @Nullable Integer hotelId,
            int credentialNo) {

        Caller caller(@Nullable String address) {
            return new Caller(username, role, hotelId, address, null);
        }

        @Override
        public String toString() {
            return "User[" + username + ", " + role + "]";
        }
    }
}
