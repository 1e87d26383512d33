package io.toritsugi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The account that PostgreSQL runs as. It refuses to run as root; so where Toritsugi is root (containers), the server is
 * started in a user namespace of its own, and where that is refused (many containers) as another user.
 *
 * @param prefix the words before every command
 * @param user who has to own the data; null when that is whoever runs Toritsugi
 */
record ServerAccount(List<String> prefix, @Nullable String user) {

    private static final Logger log = LoggerFactory.getLogger(ServerAccount.class);
    private static final List<String> UNSHARE = List.of("unshare", "--user");
    private static final List<String> OTHER_USERS = List.of("postgres", "nobody");

    /** The account to use on this machine. */
    static ServerAccount ofThisMachine() {
        if (!runningAsRoot()) {
            return new ServerAccount(List.of(), null);
        }
        if (Command.of(UNSHARE, "true").succeeds()) {
            return new ServerAccount(UNSHARE, null);
        }
        log.info("Running as root, and a user namespace is refused (unshare): PostgreSQL gets another user");
        return another();
    }

    /** Another user than root, by whichever program this machine has for that. */
    static ServerAccount another() {
        for (var user : OTHER_USERS) {
            for (var prefix : List.of(
                    List.of("setpriv", "--reuid=" + user, "--regid=" + groupOf(user), "--clear-groups", "--"),
                    List.of("runuser", "-u", user, "--"))) {
                if (Command.of(prefix, "true").succeeds()) {
                    return new ServerAccount(prefix, user);
                }
            }
        }
        throw new UnableToStartDatabaseException(
                "Toritsugi runs as root, PostgreSQL refuses to, and neither unshare, setpriv nor runuser works here.",
                "Run Toritsugi as another user than root, or set SPRING_DATASOURCE_URL to a PostgreSQL that runs elsewhere.");
    }

    /** A command that runs as this account. */
    Command command(Object... words) {
        return Command.of(prefix, words);
    }

    /** Gives a folder with everything in it to the account, and makes sure that it can be reached. */
    void takeOver(Path folder) {
        if (user == null) {
            return;
        }
        Command.of(List.of(), "chown", "-R", user, folder).run();
        if (!command("test", "-w", folder).succeeds()) {
            throw new UnableToStartDatabaseException(
                    "PostgreSQL runs as the user " + user + " here and cannot reach " + folder + ".",
                    "Choose a TORITSUGI_DATA_DIR whose parent folders that user may enter, or run Toritsugi as another user"
                            + " than root.");
        }
    }

    private static String groupOf(String user) {
        return Command.of(List.of(), "id", "-gn", user).output().orElse(user);
    }

    private static boolean runningAsRoot() {
        try {
            var self = Path.of("/proc/self");
            return Files.exists(self)
                    ? Files.getAttribute(self, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                            .equals(0)
                    : Optional.ofNullable(System.getProperty("user.name"))
                            .filter("root"::equals)
                            .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell whether this process runs as root", e);
        }
    }
}
