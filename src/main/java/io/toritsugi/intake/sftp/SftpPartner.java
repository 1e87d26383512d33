package io.toritsugi.intake.sftp;

import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Somebody who drops files on our server.
 *
 * @param name user name and name of the folder
 * @param publicKey public keys in OpenSSH's format, one a line; more than one while a key is being replaced
 * @param hotels codes of the hotels that files may be dropped for; {@code *} for all
 */
record SftpPartner(
        String name, String publicKey, @DefaultValue List<String> hotels) implements Sender {

    SftpPartner {
        SenderName.require(name, "toritsugi.sftp.partners");
        if (publicKey == null || publicKey.isBlank()) {
            throw new IllegalArgumentException("toritsugi.sftp.partners: " + name + " has no public-key");
        }
        hotels = List.copyOf(hotels);
    }

    /** One by one. */
    List<String> publicKeys() {
        return publicKey.strip().lines().toList();
    }
}
