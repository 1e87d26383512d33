package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** Whatever happens to a telegram, the log names neither its guest nor anybody's key: not even with the log turned up. */
@HttpTest
@TestPropertySource(properties = "toritsugi.demo=true")
@DirtiesContext // nobody else needs it
class LogPrivacyTest {

    /** Of the guest in sample 11, and of whoever brings it. */
    private static final List<String> PRIVATE = List.of(
            "見本　一郎",
            "見本 一郎",
            "一郎",
            "ミホン",
            "ﾐﾎﾝ",
            "00-0000-0000",
            "jl-guest@example.com",
            "架空県見本市",
            HttpTest.INTAKE_KEY,
            HttpTest.ADMIN_PASSWORD);

    private static final Map<String, Level> TURNED_UP = Map.of(
            "io.toritsugi", Level.DEBUG,
            "org.apache.camel", Level.DEBUG,
            "org.apache.camel.spring.SpringCamelContext", Level.INFO, // tells of the test itself
            "org.springframework.jdbc", Level.DEBUG);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Map<Logger, Optional<Level>> before = new HashMap<>();

    @BeforeEach
    void listen() {
        TURNED_UP.forEach((name, level) -> {
            var logger = (Logger) LoggerFactory.getLogger(name);
            before.put(logger, Optional.ofNullable(logger.getLevel()));
            logger.setLevel(level);
        });
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(log);
        // The log is the whole JVM's: whoever comes later would write thousands of lines a second.
        before.forEach((logger, level) -> logger.setLevel(level.orElse(null)));
        jdbc.sql("alter table reservation drop constraint if exists nobody_from_the_sample")
                .update();
    }

    @Test
    void an_imported_booking_leaves_no_name_in_the_log() {
        assertThat(post(sample(), "JL-1")).contains("\"imported\"");

        assertNothingPrivate();
    }

    @Test
    void a_booking_that_the_database_refuses_leaves_no_name_in_the_log() {
        // PostgreSQL would answer with the whole row that it refused.
        jdbc.sql(
                        "alter table reservation add constraint nobody_from_the_sample check (guest_name not like '見本%') not valid")
                .update();

        assertThat(post(sample(), "JL-2")).contains("system.unexpected");

        assertThat(lines()).anyMatch(line -> line.contains("nobody_from_the_sample"));
        assertNothingPrivate();
    }

    @Test
    void a_booking_that_contradicts_itself_leaves_no_name_in_the_log() {
        assertThat(post(sample().replace("<CheckInDate>2027-", "<CheckInDate>見本　一郎2027-"), "JL-3"))
                .contains("VALIDATION");

        assertNothingPrivate();
    }

    @Test
    void a_damaged_telegram_leaves_no_name_in_the_log() {
        assertThat(post(sample().substring(0, sample().indexOf("</UserMailAddr>")), "JL-4"))
                .contains("PARSE");

        assertNothingPrivate();
    }

    private String post(String telegram, String id) {
        var numbered = telegram.replaceFirst("<DataID>[^<]+", "<DataID>" + id)
                .replaceFirst("<TravelAgencyBookingNumber>[^<]+", "<TravelAgencyBookingNumber>" + id);
        return Http.withKey(port, HttpTest.INTAKE_KEY)
                .with("Prefer", "wait=20")
                .with("Content-Type", "application/xml")
                .send("POST", "/ota/tl-lincoln/SMP", numbered)
                .response()
                .body();
    }

    private void assertNothingPrivate() {
        assertThat(lines()).hasSizeGreaterThan(3);
        assertThat(lines().stream().filter(line -> PRIVATE.stream().anyMatch(line::contains)))
                .isEmpty();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        for (var event : List.copyOf(log.list)) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getKeyValuePairs() + " "
                    + ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return lines;
    }

    private static String sample() {
        try {
            return new ClassPathResource("samples/11_new_jalan_personalrate_points.xml")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}
