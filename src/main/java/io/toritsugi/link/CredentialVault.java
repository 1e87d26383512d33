package io.toritsugi.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Encrypts credentials at rest (Tink, AES-256-GCM), bound to their hotel: a row copied to another hotel opens nothing. The keys
 * come from the environment or from a file that only its owner can read, made at the first need. Thread-safe.
 */
@Component
class CredentialVault {

    private static final int SHORTEST_SECRET = 32;
    private static final int DERIVED_KEY_ID = 1;
    private static final AesGcmParameters AES256_GCM = PredefinedAeadParameters.AES256_GCM;

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
                        "The keys of the link's credentials cannot be used: see TORITSUGI_LINK_KEY and "
                                + settings.keySetFile(),
                        unusable);
            }
        }
        return cipher;
    }

    private KeysetHandle keys() throws GeneralSecurityException {
        var given = settings.key();
        if (given != null && !given.isBlank()) {
            return given.strip().startsWith("{") ? parsed(given.strip()) : derived(given.strip());
        }
        var file = settings.keySetFile();
        try {
            if (!Files.exists(file)) {
                keep(KeysetHandle.generateNew(AES256_GCM), file);
            }
            return parsed(Files.readString(file).strip());
        } catch (IOException unusable) {
            throw new UncheckedIOException("The key set " + file + " can be neither read nor made", unusable);
        }
    }

    private static KeysetHandle parsed(String keySet) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(keySet, InsecureSecretKeyAccess.get());
    }

    /** The one key that follows from a secret text: who has no tool for key sets takes anything long and random. */
    @AccessesPartialKey
    private static KeysetHandle derived(String secret) throws GeneralSecurityException {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException(
                    "TORITSUGI_LINK_KEY is shorter than " + SHORTEST_SECRET + " characters: it could be guessed");
        }
        var bytes = Hkdf.computeHkdf(
                "HMACSHA256",
                secret.getBytes(StandardCharsets.UTF_8),
                new byte[0],
                "toritsugi credentials".getBytes(StandardCharsets.US_ASCII),
                AES256_GCM.getKeySizeBytes());
        var key = AesGcmKey.builder()
                .setParameters(AES256_GCM)
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .setIdRequirement(DERIVED_KEY_ID)
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(
                        KeysetHandle.importKey(key).withFixedId(DERIVED_KEY_ID).makePrimary())
                .build();
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
