package io.toritsugi.intake.sftp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Bookings as files.
 *
 * @param enabled whether our own server runs and its inboxes are emptied
 * @param demo whether there is a partner {@code demo}, whose private key lies beside the host key
 * @param address where the server listens
 * @param port 0 for any that is free
 * @param directory the host key and all folders; on one file system
 * @param partners who may drop files
 * @param servers servers of partners on which we look for files; whether or not our own one runs
 * @param fileSize the longest file
 * @param keepFree nothing more is taken from partners when the disk has less room than this
 * @param connections how many connections at once, of all partners
 * @param connectionsPerPartner how many of one partner
 * @param settle how long a file must not have changed before it is taken
 * @param folderRest how long a folder must have been empty before it is removed
 * @param brokenOffAfter after this time a file whose upload broke off goes to {@code rejected/}
 * @param retryAfter first pause before a file that could not be read or moved is tried again; doubled every time
 * @param longestRetry the longest such pause
 */
@ConfigurationProperties("toritsugi.sftp")
public record SftpSettings(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("false") boolean demo,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("2222") int port,
        @DefaultValue("data/sftp") Path directory,
        @DefaultValue List<SftpPartner> partners,
        @DefaultValue List<PartnerServer> servers,
        @DefaultValue("1GB") DataSize fileSize,
        @DefaultValue("100MB") DataSize keepFree,
        @DefaultValue("64") int connections,
        @DefaultValue("8") int connectionsPerPartner,
        @DefaultValue("1s") Duration settle,
        @DefaultValue("1m") Duration folderRest,
        @DefaultValue("6h") Duration brokenOffAfter,
        @DefaultValue("5s") Duration retryAfter,
        @DefaultValue("5m") Duration longestRetry) {

    public SftpSettings {
        partners = List.copyOf(partners);
        servers = List.copyOf(servers);
        if (port < 0 || port > 65_535 || fileSize.toBytes() < 1 || connections < 1 || connectionsPerPartner < 1) {
            throw new IllegalArgumentException(
                    "toritsugi.sftp: expected port 0 to 65535, file-size, connections and connections-per-partner >= 1,"
                            + " found " + port + ", " + fileSize + ", " + connections + ", " + connectionsPerPartner);
        }
        var names = new HashSet<String>();
        Stream.concat(
                        Stream.concat(partners.stream(), servers.stream()).map(Sender::name),
                        demo ? Stream.of(DemoPartner.NAME) : Stream.empty())
                .forEach(name -> {
                    if (!names.add(name)) {
                        throw new IllegalArgumentException(
                                "toritsugi.sftp: expected a name of its own for each partner and server, found \""
                                        + name + "\" twice");
                    }
                });
    }
}
