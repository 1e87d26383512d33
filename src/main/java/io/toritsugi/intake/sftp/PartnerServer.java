package io.toritsugi.intake.sftp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A server of a partner on which we look for files: {@code inbox/HOTEL/}, and {@code done/} and {@code rejected/} beside it.
 *
 * @param host its name or address
 * @param user who we are there
 * @param privateKey file with the key by which we are known, in OpenSSH's or PEM format; there are no passwords
 * @param knownHosts file with the server's own key, as {@code ssh-keyscan} writes it; without an entry nothing is sent
 * @param folder where {@code inbox/} is, below the folder of our user there; empty when it is that folder
 * @param hotels codes of the hotels that files may be for; {@code *} for all
 * @param every how often we look
 */
record PartnerServer(
        String name,
        String host,
        @DefaultValue("22") int port,
        String user,
        Path privateKey,
        Path knownHosts,
        @DefaultValue("") String folder,
        @DefaultValue List<String> hotels,
        @DefaultValue("1m") Duration every)
        implements Sender {

    private static final String SETTING = "toritsugi.sftp.servers";
    private static final Pattern FOLDER = Pattern.compile("([\\w-][\\w.-]*(/[\\w-][\\w.-]*)*)?");

    PartnerServer {
        SenderName.require(name, SETTING);
        require(host != null && !host.isBlank(), name, "a host");
        require(port > 0 && port <= 65_535, name, "a port from 1 to 65535");
        require(user != null && !user.isBlank(), name, "a user");
        require(privateKey != null, name, "a private-key (file)");
        require(knownHosts != null, name, "a known-hosts file");
        require(FOLDER.matcher(folder).matches(), name, "a folder such as \"out/bookings\"");
        require(!every.isNegative() && !every.isZero(), name, "every > 0");
        hotels = List.copyOf(hotels);
    }

    /** The path of a folder of ours there. */
    String path(String which) {
        return folder.isEmpty() ? which : folder + "/" + which;
    }

    private static void require(boolean met, String name, String expected) {
        if (!met) {
            throw new IllegalArgumentException(SETTING + ": " + name + " needs " + expected);
        }
    }
}
