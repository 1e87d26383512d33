package io.toritsugi.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encrypts credentials at rest (Tink, AES-256-GCM), bound to their hotel: a row copied to another hotel opens nothing. The keys
 * come from the environment or from a file that only its owner can read, made at the first need. Thread-safe.
 */
@Component
class CredentialVault {

    private final LinkSettings settings;
    private final ObjectMapper json;
    private @Nullable Aead cipher;

    CredentialVault(LinkSettings settings, ObjectMapper json) {
        this.settings = settings;
        this.json = json;
    }

    /** What is stored for these credentials; no two calls give the same bytes. */
    byte[] seal(int hotelId, LinkCredentials credentials) {
        try {
            return cipher().encrypt(json.writeValueAsBytes(credentials), hotel(hotelId));
        } catch (GeneralSecurityException | JsonProcessingException impossible) {
            throw new IllegalStateException("The credentials of hotel " + hotelId + " cannot be encrypted", impossible);
        }
    }

    /**
     * The credentials that were sealed for this hotel.
     *
     * @throws UnreadableCredentialsException when they were sealed with other keys or for another hotel
     */
    LinkCredentials open(int hotelId, byte[] sealed) {
        try {
            return json.readValue(cipher().decrypt(sealed, hotel(hotelId)), LinkCredentials.class);
        } catch (GeneralSecurityException | IOException refused) {
            throw new UnreadableCredentialsException(hotelId, refused);
        }
    }

    private static byte[] hotel(int hotelId) {
        return ("hotel/" + hotelId).getBytes(StandardCharsets.US_ASCII);
    }

    private synchronized Aead cipher() {
        if (cipher == null) {
            try {
                AeadConfig.register();
                cipher = keys().getPrimitive(RegistryConfiguration.get(), Aead.class);
            } catch (GeneralSecurityException unusable) {
                throw new IllegalStateException(
                        "The keys of the link's credentials are no key set: see TORITSUGI_LINK_KEYSET and "
                                + settings.keySetFile(),
                        unusable);
            }
        }
        return cipher;
    }

    private KeysetHandle keys() throws GeneralSecurityException {
        var given = settings.keySet();
        if (given != null && !given.isBlank()) {
            return parsed(given.strip());
        }
        var file = settings.keySetFile();
        try {
            if (!Files.exists(file)) {
                keep(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), file);
            }
            return parsed(Files.readString(file).strip());
        } catch (IOException unusable) {
            throw new UncheckedIOException("The key set " + file + " can be neither read nor made", unusable);
        }
    }

    private static KeysetHandle parsed(String keySet) throws GeneralSecurityException {
        var text = keySet.startsWith("{")
                ? keySet
                : new String(Base64.getMimeDecoder().decode(keySet), StandardCharsets.UTF_8);
        return TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get());
    }

    /** Whole or not at all, and never over another: of two that start together the first one's keys stand. */
    private static void keep(KeysetHandle made, Path file) throws IOException, GeneralSecurityException {
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var scratch = Files.createTempFile(
                folder,
                "link-keys",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    scratch, TinkJsonProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get()) + "\n");
            Files.createLink(file, scratch);
        } catch (FileAlreadyExistsException faster) {
            return; // the other's keys are read
        } finally {
            Files.deleteIfExists(scratch);
        }
    }
}
