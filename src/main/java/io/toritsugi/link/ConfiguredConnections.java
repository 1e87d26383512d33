package io.toritsugi.link;

import io.toritsugi.access.HotelRef;
import io.toritsugi.link.LinkSettings.ConfiguredConnection;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Connections that the configuration names are there after the start. Address and credentials that it gives are those in force
 * at every start, so that a secret can be changed where secrets are kept; whether and how often is polled is taken when the
 * connection is made, and stays as people change it.
 */
@Component
class ConfiguredConnections implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredConnections.class);

    private final LinkSettings settings;
    private final ConnectionStore connections;
    private final ConnectionDesk desk;
    private final JdbcClient jdbc;

    ConfiguredConnections(LinkSettings settings, ConnectionStore connections, ConnectionDesk desk, JdbcClient jdbc) {
        this.settings = settings;
        this.connections = connections;
        this.desk = desk;
        this.jdbc = jdbc;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        settings.hotels()
                .forEach((code, configured) -> hotel(code)
                        .ifPresentOrElse(
                                hotel -> set(hotel, configured),
                                () -> LOG.info("There is no hotel {} yet; its configured link is left out", code)));
    }

    private void set(HotelRef hotel, ConfiguredConnection configured) {
        var known = connections.find(hotel.id());
        if (known.isPresent() && !differs(known.get(), configured)) {
            return;
        }
        boolean fresh = known.isEmpty();
        desk.put(
                hotel,
                new ConnectionWanted(
                        configured.address(),
                        configured.systemId(),
                        configured.user(),
                        configured.password(),
                        fresh ? configured.poll() : null,
                        fresh ? configured.pollSeconds() : null,
                        fresh ? configured.nightPollSeconds() : null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
        LOG.info("The link of hotel {} is set up as configured", hotel.code());
    }

    private boolean differs(Connection known, ConfiguredConnection configured) {
        var credentials = desk.credentials(known);
        return isOther(configured.address(), Optional.of(known.address()))
                || isOther(configured.systemId(), Optional.of(known.systemId()))
                || isOther(configured.user(), credentials.map(LinkCredentials::user))
                || isOther(configured.password(), credentials.map(LinkCredentials::password));
    }

    private static boolean isOther(@Nullable String wanted, Optional<String> known) {
        return wanted != null && !wanted.isBlank() && !known.equals(Optional.of(wanted));
    }

    private Optional<HotelRef> hotel(String code) {
        return jdbc.sql("select id, code, time_zone from hotel where code = :code")
                .param("code", code)
                .query((row, number) ->
                        new HotelRef(row.getInt("id"), row.getString("code"), ZoneId.of(row.getString("time_zone"))))
                .optional();
    }
}
