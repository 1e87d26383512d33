package io.toritsugi.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running PostgreSQL server on the loopback address, with its data in one folder, as long as this application lives. */
final class EmbeddedPostgres implements AutoCloseable {

    static final String ROLE = "toritsugi";
    static final String DATABASE = "toritsugi";
    static final String LOOPBACK = "127.0.0.1";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataDirectory data;
    private final Command stop;
    private final int port;
    private final boolean adopted;

    EmbeddedPostgres(DataDirectory data, Command stop, int port, boolean adopted) {
        this.data = data;
        this.stop = stop;
        this.port = port;
        this.adopted = adopted;
    }

    /**
     * Starts the server of this folder, or takes over the one that runs on it, and makes sure of its database.
     *
     * @throws UnableToStartDatabaseException when that cannot be done
     */
    static EmbeddedPostgres start(EmbeddedDatabaseSettings settings) {
        return start(settings, ServerAccount.ofThisMachine());
    }

    static EmbeddedPostgres start(EmbeddedDatabaseSettings settings, ServerAccount account) {
        var data = DataDirectory.hold(settings.directory());
        try {
            return new ServerStart(settings, account, data).run();
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    String url() {
        return url(port, DATABASE);
    }

    /** The JDBC URL of one database of a server on this machine. */
    static String url(int port, String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + database;
    }

    String password() {
        return data.password();
    }

    int port() {
        return port;
    }

    /** Whether the server was running already, left behind by an application that was killed. */
    boolean adopted() {
        return adopted;
    }

    /** Lets go of the folder and leaves the server running: what a kill -9 does. For tests of just that. */
    void abandon() {
        data.close();
    }

    /** Stops the server: open transactions are rolled back, everything committed is on disk. */
    @Override
    public void close() {
        try {
            if (PostmasterFile.read(data.cluster())
                    .filter(PostmasterFile::alive)
                    .isPresent()) {
                stop.run();
            } else {
                log.warn("PostgreSQL on {} has ended before it was stopped; see its log there", data.cluster());
            }
        } finally {
            data.close();
        }
    }
}
