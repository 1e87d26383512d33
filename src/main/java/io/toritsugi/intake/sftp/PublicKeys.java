package io.toritsugi.intake.sftp;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/** Public keys as people hand them over: a line each, as in OpenSSH's {@code authorized_keys}. */
final class PublicKeys {

    private PublicKeys() {}

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException when a line is none
     */
    static List<PublicKey> of(List<String> lines) {
        var keys = new ArrayList<PublicKey>();
        for (var line : lines) {
            try {
                var entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(line.strip());
                if (entry == null) {
                    throw new IllegalArgumentException("an empty line or a comment");
                }
                keys.add(entry.resolvePublicKey(null, PublicKeyEntryResolver.FAILING));
            } catch (IOException | GeneralSecurityException | RuntimeException unreadable) {
                throw new IllegalArgumentException(
                        "a public key cannot be read; expected a line such as \"ssh-ed25519 AAAA…\"", unreadable);
            }
        }
        return keys;
    }
}
