package io.toritsugi.access;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody must be able to sign in to a new house: the user {@code admin} and an intake key for all hotels. Given by the
 * settings, or made at random and shown once, on the log, which is the only place that a first administrator has.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAccounts implements ApplicationRunner {

    static final String ADMIN = "admin";
    static final String INTAKE_KEY = "intake";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private static final int ONE_NODE_AT_A_TIME = 7002;
    private static final int COMFORTABLE_LENGTH = 20;

    private final AccessSettings settings;
    private final Users users;
    private final ApiKeys keys;
    private final Audit audit;
    private final JdbcClient jdbc;

    FirstAccounts(AccessSettings settings, Users users, ApiKeys keys, Audit audit, JdbcClient jdbc) {
        this.settings = settings;
        this.users = users;
        this.keys = keys;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.sql("select true from pg_advisory_xact_lock(:lock, 0)")
                .param("lock", ONE_NODE_AT_A_TIME)
                .query(Boolean.class)
                .single();
        administrator(given(settings.adminPassword()));
        intakeKey(given(settings.intakeKey()));
    }

    private void administrator(@Nullable String password) {
        if (password != null && !Users.fits(password)) {
            throw new IllegalStateException(
                    "TORITSUGI_ADMIN_PASSWORD is longer than " + Users.MAX_PASSWORD_BYTES + " bytes");
        }
        if (users.named(ADMIN).isEmpty()) {
            if (exists()) {
                LOG.info("The user {} is locked and stays so", ADMIN);
                return;
            }
            var first = password == null ? ApiKeys.random() : password;
            users.create(ADMIN, first, Role.ADMIN);
            audit.record("user.created", null, ADMIN, null, null);
            if (password == null) {
                LOG.warn(
                        "User {} has the password {} (shown this once; TORITSUGI_ADMIN_PASSWORD sets another)",
                        ADMIN,
                        first);
            }
        } else if (password != null && users.verified(ADMIN, password).isEmpty()) {
            users.changePassword(ADMIN, password);
            audit.record("user.password_changed", null, ADMIN, null, null);
            LOG.info("The password of {} is now the one in TORITSUGI_ADMIN_PASSWORD", ADMIN);
        }
    }

    private void intakeKey(@Nullable String key) {
        var known = keys.newestForAllHotels(INTAKE_KEY);
        if (key == null) {
            if (known.isEmpty()) {
                var made = ApiKeys.random();
                store(made, made.substring(0, 8));
                LOG.warn("Intake key for all hotels: {} (shown this once; TORITSUGI_INTAKE_KEY sets another)", made);
            }
        } else if (known.isPresent() && MessageDigest.isEqual(known.get().hash(), ApiKeys.hash(key))) {
            if (known.get().revoked()) {
                LOG.warn("TORITSUGI_INTAKE_KEY holds a key that was revoked; it stays revoked");
            }
        } else if (keys.stored(key)) {
            LOG.warn("TORITSUGI_INTAKE_KEY holds a key that is known under another name; that one stands");
        } else {
            if (key.length() < COMFORTABLE_LENGTH) {
                LOG.warn(
                        "TORITSUGI_INTAKE_KEY is short enough to be guessed; take at least {} characters",
                        COMFORTABLE_LENGTH);
            }
            store(key, "(given)");
        }
    }

    private void store(String key, String hint) {
        var id = keys.store(INTAKE_KEY, Role.INTAKE, null, key, hint, Caller.SYSTEM.name());
        audit.record("api_key.created", null, "api-key/" + id, null, null);
    }

    private boolean exists() {
        return jdbc.sql("select exists (select from user_account where username = :name)")
                .param("name", ADMIN)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable String given(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting.strip();
    }
}
