package io.toritsugi.notify.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.api.Http;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who may listen, to what, and for how long. */
@HttpTest
class LiveDoorTest {

    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PasswordEncoder passwords;

    private final List<LiveClient> clients = new ArrayList<>();
    private Http browser;

    @BeforeEach
    void sign_in() {
        browser = Http.admin(port);
    }

    @AfterEach
    void close_the_pages() {
        clients.forEach(LiveClient::close);
    }

    @Test
    void without_a_session_nobody_comes_in() {
        var origin = Map.of("Origin", "http://localhost:" + port);
        var ended = Map.of("Origin", "http://localhost:" + port, "Cookie", "SESSION=bm9uZQ==");

        assertThat(LiveClient.refused(port, origin)).isEqualTo(401);
        assertThat(LiveClient.refused(port, ended)).isEqualTo(401);
    }

    @Test
    void a_key_is_no_session() {
        var key = browser.newKey("VIEWER", "*").get("key").asText();

        assertThat(LiveClient.refused(
                        port, Map.of("Origin", "http://localhost:" + port, "Authorization", "Bearer " + key)))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "https://localhost.evil.example", "null", "http://localhost:1", "x y"})
    void a_page_of_another_site_is_refused_though_it_brings_the_cookie(String origin) {
        var headers = LiveClient.headers(port, browser);
        headers.put("Origin", origin);

        assertThat(LiveClient.refused(port, headers)).isEqualTo(403);
    }

    @Test
    void a_caller_that_does_not_say_where_he_comes_from_is_refused() {
        var headers = LiveClient.headers(port, browser);
        headers.remove("Origin");

        assertThat(LiveClient.refused(port, headers)).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hotel.example, hotel.example, true",
        "https://hotel.example, hotel.example:443, true",
        "https://HOTEL.example, hotel.example, true",
        "http://hotel.example:8080, hotel.example:8080, true",
        "http://[::1]:8080, [::1]:8080, true",
        "http://hotel.example, hotel.example:8080, false",
        "https://hotel.example.evil, hotel.example, false",
        "ftp://hotel.example, hotel.example, false",
        "https://hotel.example, , false"
    })
    void the_origin_is_the_host_that_was_called(String origin, String host, boolean same) {
        assertThat(SameOriginSession.sameOrigin(origin, host)).isEqualTo(same);
    }

    @Test
    void a_hotel_of_others_is_refused_and_what_was_heard_before_goes_on() {
        var house = House.open(port);
        var page = page(signIn("VIEWER", house.hotel));
        page.subscribe(null, "overview:" + house.hotel);

        page.send("{\"subscribe\":[\"imports:" + browser.newHotel() + "\"]}");

        assertThat(page.awaitType("error").path("code").asText()).isEqualTo("access.forbidden_hotel");
        assertThat(page.awaitType("error").path("message").asText()).contains("may not act for hotel");
        house.send(House.booking("TARO MIHON", LocalDate.of(2027, 4, 1)));
        page.awaitEvent(event -> event.path("kind").asText().equals("availability.changed"));
    }

    @Test
    void a_star_is_no_more_than_the_hotel_of_who_has_one_only() {
        var house = House.open(port);
        var other = House.open(port);
        var page = page(signIn("VIEWER", house.hotel));
        page.subscribe(null, "imports:*");

        other.send(House.booking("TARO MIHON", LocalDate.of(2027, 4, 1)));
        var line = house.send(House.booking("TARO MIHON", LocalDate.of(2027, 4, 1)));

        page.awaitEvent(event ->
                event.at("/data/telegramId").asLong() == line.path("id").asLong());
        assertThat(page.events())
                .extracting(event -> event.path("topic").asText())
                .containsOnly("imports:" + house.hotel);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hello | live.unreadable",
                "[] | live.unreadable",
                "{\"subscribe\":\"imports:*\"} | live.unreadable",
                "{\"subscribe\":[\"imports:*\"],\"after\":7} | live.unreadable",
                "{\"subscribe\":[\"imports\"]} | live.unknown_topic",
                "{\"subscribe\":[\"guests:*\"]} | live.unknown_topic",
                "{\"subscribe\":[\"imports:NOSUCH\"]} | hotel.unknown"
            })
    void a_wish_that_cannot_be_met_is_answered_with_why(String message, String code) {
        var page = page(browser);

        page.send(message);

        assertThat(page.awaitType("error").path("code").asText()).isEqualTo(code);
    }

    @Test
    void who_sends_too_much_is_cut_off() {
        var page = page(browser);

        page.send(" ".repeat(20_000));

        assertThat(page.awaitClosed()).isEqualTo(1009);
    }

    @Test
    void signing_out_ends_what_was_opened_by_that_session_and_nothing_else() {
        var page = page(browser);
        var other = page(Http.admin(port));
        page.subscribe(null, "overview:*");

        browser.delete("/api/v1/session").expect(204);

        assertThat(page.awaitClosed()).isEqualTo(4401);
        assertThat(other.subscribe(null, "overview:*").path("gap").asBoolean()).isFalse();
    }

    @Test
    void a_session_that_ended_elsewhere_is_noticed() {
        var page = page(browser);

        jdbc.sql("delete from spring_session where session_id = :id")
                .param("id", sessionId(browser))
                .update();

        assertThat(page.awaitClosed()).isEqualTo(4401);
    }

    @Test
    void other_rights_need_another_connection() {
        var house = House.open(port);
        var viewer = signIn("VIEWER", house.hotel);
        var page = page(viewer);

        jdbc.sql("update user_account set hotel_id = (select id from hotel where code = :hotel) where username = :name")
                .param("hotel", browser.newHotel())
                .param("name", viewer.get("/api/v1/session").json().path("name").asText())
                .update();

        assertThat(page.awaitClosed()).isEqualTo(4403);
    }

    private LiveClient page(Http who) {
        var page = LiveClient.open(port, who);
        clients.add(page);
        return page;
    }

    private Http signIn(String role, String hotel) {
        var name = "user-" + UUID.randomUUID();
        jdbc.sql("""
                        insert into user_account (username, password_hash, role, hotel_id)
                        select :name, :hash, :role, id from hotel where code = :hotel
                        """)
                .param("name", name)
                .param("hash", passwords.encode(PASSWORD))
                .param("role", role)
                .param("hotel", hotel)
                .update();
        var somebody = Http.nobody(port);
        somebody.post("/api/v1/session", Map.of("username", name, "password", PASSWORD))
                .expect(204);
        return somebody;
    }

    /** The cookie holds it in Base64. */
    private static String sessionId(Http browser) {
        return new String(
                Base64.getDecoder()
                        .decode(browser.cookie("SESSION").orElseThrow().getValue()),
                StandardCharsets.UTF_8);
    }
}
