package io.toritsugi.link;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.toritsugi.SettableClock;
import io.toritsugi.simulator.Fault;
import io.toritsugi.simulator.LincolnService;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hotel's connection is set up over the API, kept safely, and says in words what is wrong with it. */
@LinkTest
class ConnectionTest {

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    private LinkedHotel hotel;

    @BeforeEach
    void open() {
        hotel = LinkedHotel.open(port, clock);
    }

    @AfterEach
    void close() {
        hotel.close();
    }

    @Test
    void a_connection_is_shown_as_it_was_set_without_its_password() {
        hotel.link(Map.of("poll", false, "confirmPolicy", "ALL_RESOLVED", "dayBegins", "06:30"));

        var shown = hotel.connection();

        assertThat(shown.path("systemId").asText()).isEqualTo("TORITSUGI");
        assertThat(shown.path("user").asText()).isEqualTo(hotel.code);
        assertThat(shown.path("passwordSet").asBoolean()).isTrue();
        assertThat(shown.path("pollSeconds").asInt()).isEqualTo(60);
        assertThat(shown.path("dayBegins").asText()).isEqualTo("06:30");
        assertThat(shown.path("dayEnds").asText()).isEqualTo("23:00");
        assertThat(shown.path("confirmPolicy").asText()).isEqualTo("ALL_RESOLVED");
        assertThat(shown.has("password")).isFalse();
        assertThat(shown.toString()).doesNotContain(LinkedHotel.PASSWORD);
    }

    @Test
    void what_is_absent_stays_as_it_is() {
        hotel.link(Map.of("poll", false, "alarmAfter", 7));

        hotel.change(Map.of("readTimeoutMs", 5000));

        assertThat(hotel.connection().path("alarmAfter").asInt()).isEqualTo(7);
        assertThat(hotel.connection().path("readTimeoutMs").asInt()).isEqualTo(5000);
        assertThat(hotel.connection().path("passwordSet").asBoolean()).isTrue();
        assertThat(tested("en").path("ok").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://lincoln.invalid/x",
                "https://lincoln.invalid/x?httpClientConfigurer=#other",
                "https://user:secret@lincoln.invalid/x",
                "https://lincoln.invalid/{{toritsugi.access.admin-password}}",
                "lincoln.invalid",
                "https://"
            })
    void an_address_that_is_more_than_host_and_path_is_refused(String address) {
        var refused = hotel.admin
                .put(hotel.house.path("/connection"), Map.of("address", address, "systemId", "T"))
                .expect(400)
                .json();

        assertThat(refused.toString()).contains("address");
    }

    @ParameterizedTest
    @CsvSource({"pollSeconds,59", "pollSeconds,301", "nightPollSeconds,10", "requestsPerMinute,0", "readTimeoutMs,1"})
    void limits_that_make_no_sense_are_refused_by_name(String field, int value) {
        var refused = hotel.admin
                .put(
                        hotel.house.path("/connection"),
                        Map.of("address", "https://a.invalid", "systemId", "T", field, value))
                .expect(400)
                .json();

        assertThat(refused.toString()).contains(field);
    }

    @Test
    void a_new_connection_needs_to_know_where_and_who() {
        assertThat(hotel.admin
                        .put(hotel.house.path("/connection"), Map.of("poll", true))
                        .expect(400)
                        .json()
                        .toString())
                .contains("address");
        assertThat(hotel.admin.get(hotel.house.path("/connection")).expect(404).problem())
                .isEqualTo("connection.unknown");
    }

    @Test
    void only_a_manager_may_change_or_try_it() {
        hotel.link(Map.of("poll", false));

        assertThat(hotel.house
                        .as("OPERATOR")
                        .put(hotel.house.path("/connection"), Map.of("poll", true))
                        .expect(403)
                        .problem())
                .isEqualTo("access.forbidden");
        hotel.house
                .as("OPERATOR")
                .post(hotel.house.path("/connection/test"), Map.of())
                .expect(403);
        hotel.house.as("VIEWER").get(hotel.house.path("/connection")).expect(200);
        hotel.house
                .as("MANAGER")
                .put(hotel.house.path("/connection"), Map.of("alarmAfter", 4))
                .expect(200);
        hotel.house.stranger("MANAGER").get(hotel.house.path("/connection")).expect(403);
    }

    @Test
    void the_password_is_nowhere_but_in_the_request() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var log = new ListAppender<ILoggingEvent>();
        var before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        try {
            hotel.book(1);
            hotel.lincoln.faults().next(LincolnService.BOOKING_OUTPUT, Fault.SOAP_FAULT, 1);
            hotel.link();
            hotel.inTheCourseOfTime(() -> assertThat(hotel.outputs())
                    .anySatisfy(
                            output -> assertThat(output.path("state").asText()).isEqualTo("confirmed")));
            hotel.change(Map.of("password", "another-" + LinkedHotel.PASSWORD));
            tested("en");
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }

        assertThat(log.list).hasSizeGreaterThan(20);
        assertThat(List.copyOf(log.list))
                .noneMatch(event -> (event.getFormattedMessage()
                                + event.getKeyValuePairs()
                                + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                        .contains(LinkedHotel.PASSWORD));
        for (var table : List.of("hotel_connection", "remote_call", "audit", "output", "incident", "outbox_event")) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where t::text like :secret or t::text like :hex")
                            .param("secret", "%" + LinkedHotel.PASSWORD + "%")
                            .param("hex", "%" + hex(LinkedHotel.PASSWORD) + "%")
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(jdbc.sql("select count(*) from remote_call where success")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void every_change_is_on_record_with_what_it_was_before() {
        hotel.link(Map.of("poll", false));
        hotel.change(Map.of("password", "another", "alarmAfter", 9));

        var entries = LinkedHotel.list(
                hotel.admin.get("/api/v1/audit?hotel=" + hotel.code).expect(200).items());

        var change = entries.stream()
                .filter(entry -> entry.path("action").asText().equals("connection.changed"))
                .findFirst()
                .orElseThrow();
        assertThat(change.at("/before/alarmAfter").asInt()).isEqualTo(3);
        assertThat(change.at("/after/alarmAfter").asInt()).isEqualTo(9);
        assertThat(change.at("/after/passwordChanged").asBoolean()).isTrue();
        assertThat(entries).anyMatch(entry -> entry.path("action").asText().equals("connection.created"));
    }

    @Test
    void a_row_that_is_copied_to_another_hotel_opens_nothing() {
        hotel.link(Map.of("poll", false));
        try (var other = LinkedHotel.open(port, clock)) {
            other.link(Map.of("poll", false));
            jdbc.sql("""
                            update hotel_connection
                            set credentials = (select credentials
                                               from hotel_connection c
                                                        join hotel h on h.id = c.hotel_id
                                               where h.code = :from)
                            where hotel_id = (select id from hotel where code = :to)
                            """).param("from", hotel.code).param("to", other.code).update();

            assertThat(other.connection().path("credentialsReadable").asBoolean())
                    .isFalse();
            assertThat(other.admin
                            .post(other.house.path("/connection/test"), Map.of())
                            .expect(200)
                            .json()
                            .path("code")
                            .asText())
                    .isEqualTo("remote.keys_lost");
        }
    }

    @Test
    void a_connection_that_works_is_said_to_work_and_nothing_is_fetched() {
        hotel.book(1);
        hotel.link(Map.of("poll", false));

        var result = tested("en");

        assertThat(result.path("ok").asBoolean()).isTrue();
        assertThat(result.path("code").isNull()).isTrue();
        assertThat(hotel.lincoln.waiting(hotel.code)).isEqualTo(1);
        assertThat(hotel.lincoln.outputs(hotel.code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_REQUESTS,remote.too_many_requests,too many requests,回数を制限",
        "MAINTENANCE_PAGE,remote.html_page,web page,Web ページ",
        "MAINTENANCE_UNAVAILABLE,remote.http_status,HTTP 503,HTTP 503",
        "SOAP_FAULT,remote.soap_fault,SOAP fault,SOAP Fault",
        "LOST_ANSWER,remote.answer_lost,connection was lost,接続が切れました",
        "HALF_ANSWER,remote.half_answer,broke off,途中で切れました",
        "SUCCESS_MISSING,remote.verdict_missing,does not say whether,isSuccess",
        "TIMEOUT_AFTER_PROCESSING,remote.read_timeout,No answer within,時間内に応答"
    })
    void what_tl_lincoln_does_wrong_is_said_in_both_languages(
            Fault fault, String code, String english, String japanese) {
        hotel.link(Map.of("poll", false));
        hotel.lincoln.faults().next(LincolnService.ROOM_MASTER, fault, 2);

        var said = tested("en");
        var inJapanese = tested("ja");

        assertThat(said.path("ok").asBoolean()).isFalse();
        assertThat(said.path("code").asText()).isEqualTo(code);
        assertThat(said.path("message").asText()).contains(english);
        assertThat(said.path("remedy").asText()).isNotBlank();
        assertThat(inJapanese.path("message").asText()).contains(japanese);
        assertThat(tested("en").path("ok").asBoolean()).isTrue();
    }

    @Test
    void wrong_credentials_are_said_to_be_wrong() {
        hotel.link(Map.of("poll", false, "password", "mistyped"));

        var result = tested("en");

        assertThat(result.path("code").asText()).isEqualTo("remote.credentials");
        assertThat(result.path("message").asText()).startsWith("User or password is wrong (E995)");
    }

    @Test
    void a_name_that_nobody_knows_is_said_to_be_unknown() {
        hotel.link(Map.of("poll", false, "address", "https://lincoln.invalid/pmsservice/V1"));

        assertThat(tested("en").path("code").asText()).isEqualTo("remote.host_unknown");
        assertThat(tested("en").path("message").asText()).contains("lincoln.invalid");
    }

    @Test
    void a_closed_port_is_said_to_refuse() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        hotel.link(Map.of("poll", false, "address", "http://127.0.0.1:" + closed));

        assertThat(tested("en").path("code").asText()).isEqualTo("remote.refused");
    }

    @Test
    void a_certificate_that_nobody_vouches_for_is_not_trusted() throws Exception {
        var server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
        server.createContext("/", HttpExchange::close);
        server.start();
        try {
            hotel.link(Map.of(
                    "poll",
                    false,
                    "address",
                    "https://localhost:" + server.getAddress().getPort()));

            var result = tested("en");

            assertThat(result.path("code").asText()).isEqualTo("remote.tls");
            assertThat(result.path("message").asText()).startsWith("No secure connection (TLS): localhost");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_port_that_says_nothing_is_not_waited_for_beyond_its_time() throws IOException {
        try (var silent = new ServerSocket(0)) {
            hotel.link(Map.of(
                    "poll", false, "connectTimeoutMs", 500, "address", "https://localhost:" + silent.getLocalPort()));

            var result = tested("en");

            assertThat(result.path("code").asText()).isEqualTo("remote.connect_timeout");
            assertThat(result.path("durationMs").asInt()).isLessThan(5000);
        }
    }

    @Test
    void another_service_at_the_address_is_said_to_be_none_of_tl_lincoln() {
        hotel.link(Map.of("poll", false, "address", hotel.lincoln.baseUri() + "/simulator"));

        assertThat(tested("en").path("code").asText()).isEqualTo("remote.http_status");
    }

    private JsonNode tested(String language) {
        return hotel.house
                .admin
                .with("Accept-Language", language)
                .post(hotel.house.path("/connection/test"), Map.of())
                .expect(200)
                .json();
    }

    /** As the JDK's own tool makes one. */
    private static SSLContext selfSigned() throws Exception {
        var file = Path.of("target", "link-test", "self-signed.p12");
        Files.createDirectories(file.getParent());
        Files.deleteIfExists(file);
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "localhost",
                        "-dname",
                        "CN=localhost",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .start();
        assertThat(made.waitFor()).isZero();
        var keys = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
