package io.toritsugi.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code toritsugi.access}.
 *
 * @param adminPassword the password of {@code admin}; empty: a random one at the first start ({@code TORITSUGI_ADMIN_PASSWORD})
 * @param intakeKey the intake key for all hotels; empty: a random one at the first start ({@code TORITSUGI_INTAKE_KEY})
 * @param basic whether HTTP Basic is taken; for demonstrations
 * @param recheck how long a key or a user that was found valid is taken so without asking again; a revocation is effective
 *     on every node after that time
 */
@ConfigurationProperties("toritsugi.access")
record AccessSettings(
        @Nullable String adminPassword,
        @Nullable String intakeKey,
        @DefaultValue("false") boolean basic,
        @DefaultValue("3s") Duration recheck) {

    /** Without the secrets: settings are printed by more than one framework. */
    @Override
    public String toString() {
        return "AccessSettings[basic=" + basic + ", recheck=" + recheck + "]";
    }
}
