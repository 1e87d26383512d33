package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.security.PublicKey;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who may drop files, and the keys by which they are known: those of the settings, fixed from the start on, and those that
 * administrators keep, read anew every few seconds. Thread-safe.
 */
@Component
class Partners {

    private static final Logger LOG = LoggerFactory.getLogger(Partners.class);
    private static final long READ_EVERY_MILLIS = 3000;

    private final Map<String, Known> configured = new LinkedHashMap<>();
    private final SftpSettings settings;
    private final PartnerFolders folders;
    private final PartnerRows rows;
    private final Clock clock;
    private volatile Map<String, Known> kept = Map.of();
    private volatile long readAgainAt;

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException when a public key cannot be read; names the partner
     */
    Partners(SftpSettings settings, PartnerFolders folders, PartnerRows rows, Clock clock) {
        this.settings = settings;
        this.folders = folders;
        this.rows = rows;
        this.clock = clock;
        if (settings.enabled()) {
            settings.partners().forEach(partner -> configured.put(partner.name(), Known.of(partner)));
            if (settings.demo()) {
                var demo = DemoPartner.make(folders);
                configured.put(demo.name(), Known.of(demo));
            }
        }
    }

    Collection<SftpPartner> all() {
        var all = new LinkedHashMap<>(kept);
        all.putAll(configured);
        return all.values().stream().map(Known::partner).toList();
    }

    /** Those of the settings. */
    Collection<SftpPartner> configured() {
        return configured.values().stream().map(Known::partner).toList();
    }

    /** Whether the name is taken by the settings, as a partner's or as a server's. */
    boolean isConfigured(String name) {
        return configured.containsKey(name)
                || settings.servers().stream().anyMatch(server -> server.name().equals(name));
    }

    /** Whether this is one of the keys of that partner. */
    boolean isKeyOf(String name, PublicKey key) {
        var known = configured.getOrDefault(name, kept.get(name));
        return known != null && known.keys().stream().anyMatch(own -> KeyUtils.compareKeys(own, key));
    }

    /** Reads what administrators have changed, if it is time to. */
    void refresh() throws IOException {
        if (clock.millis() >= readAgainAt) {
            readNow();
        }
    }

    /** Reads what administrators have changed. */
    void readNow() throws IOException {
        var read = new LinkedHashMap<String, Known>();
        for (var partner : rows.all()) {
            try {
                if (!isConfigured(partner.name())) {
                    read.put(partner.name(), Known.of(partner));
                }
            } catch (IllegalArgumentException unreadable) {
                LOG.warn("Partner {} is left out: {}", partner.name(), unreadable.getMessage());
            }
        }
        for (var known : read.values()) {
            if (settings.enabled() && !known.equals(kept.get(known.partner().name()))) {
                folders.make(known.partner());
            }
        }
        kept = Map.copyOf(read);
        readAgainAt = clock.millis() + READ_EVERY_MILLIS;
    }

    private record Known(SftpPartner partner, List<PublicKey> keys) {

        static Known of(SftpPartner partner) {
            try {
                return new Known(partner, PublicKeys.of(partner.publicKeys()));
            } catch (IllegalArgumentException unreadable) {
                throw new IllegalArgumentException(
                        "SFTP partner " + partner.name() + ": " + unreadable.getMessage(), unreadable);
            }
        }
    }
}
