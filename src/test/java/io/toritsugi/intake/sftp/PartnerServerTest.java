package io.toritsugi.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Files on a partner's own server: a real one, with a real client that looks into it. */
@HttpTest
@DirtiesContext
@Timeout(120)
class PartnerServerTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final ForeignSftp THERE = new ForeignSftp(Path.of("target", "partner-server-" + UUID.randomUUID()));

    @LocalServerPort
    int port;

    private House house;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) {
        settings.add("toritsugi.ticks.sftp", () -> 200);
        settings.add("toritsugi.sftp.settle", () -> "200ms");
        settings.add("toritsugi.sftp.retry-after", () -> "1s");
        settings.add("toritsugi.sftp.longest-retry", () -> "2s");
        settings.add("toritsugi.sftp.servers[0].name", () -> "travel");
        settings.add("toritsugi.sftp.servers[0].host", () -> "127.0.0.1");
        settings.add("toritsugi.sftp.servers[0].port", THERE::port);
        settings.add("toritsugi.sftp.servers[0].user", () -> "hotel");
        settings.add("toritsugi.sftp.servers[0].private-key", THERE.privateKey::toString);
        settings.add("toritsugi.sftp.servers[0].known-hosts", THERE.knownHosts::toString);
        settings.add("toritsugi.sftp.servers[0].hotels", () -> "*");
        settings.add("toritsugi.sftp.servers[0].every", () -> "300ms");
    }

    @BeforeEach
    void open_a_hotel() {
        house = House.open(port);
    }

    @AfterAll
    static void close() throws IOException {
        THERE.close();
    }

    @Test
    void a_file_there_is_imported_and_moved_to_done_there() throws IOException {
        THERE.lay(in("TLPDAT_1.xml"), bytes(House.booking("TARO MIHON", ARRIVAL)));

        assertThat(imports(1).get(0).path("outcome").asText()).isEqualTo("imported");
        awaitDone("TLPDAT_1.xml");
        assertThat(THERE.names("inbox/" + house.hotel)).isEmpty();
    }

    @Test
    void the_files_of_a_folder_come_one_by_one_and_the_same_content_makes_one_reservation() throws IOException {
        var document = bytes(House.booking("TARO MIHON", ARRIVAL));
        THERE.lay(in("group/1.xml"), document);
        THERE.lay(in("group/2.xml"), bytes(House.booking("HANAKO REIDAI", ARRIVAL)));
        THERE.lay(in("other-name.xml"), document);

        assertThat(imports(3).findValuesAsText("outcome").stream().filter("imported"::equals))
                .hasSize(2);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(THERE.names("done/" + house.hotel + "/group"))
                        .containsExactly("1.xml", "2.xml"));
    }

    @Test
    void a_name_that_lies_in_done_already_is_kept_beside_it() throws IOException {
        THERE.lay(in("a.xml"), bytes(House.booking("TARO MIHON", ARRIVAL)));
        awaitDone("a.xml");
        THERE.lay(in("a.xml"), bytes(House.booking("HANAKO REIDAI", ARRIVAL)));

        awaitDone("a.xml", "a-2.xml");
        assertThat(imports(2).findValuesAsText("outcome")).containsOnly("imported");
    }

    @Test
    void what_is_no_telegram_is_moved_to_rejected_there_with_a_note() throws IOException {
        THERE.lay(in("page.xml"), "<html>503".getBytes(StandardCharsets.UTF_8));
        THERE.lay(in("empty.xml"), new byte[0]);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(THERE.names("rejected/" + house.hotel))
                        .containsExactly("empty.xml", "empty.xml.error.txt", "page.xml", "page.xml.error.txt"));
        assertThat(THERE.text("rejected/" + house.hotel + "/page.xml.error.txt"))
                .contains("コード: parse.", "What to do next: ");
        assertThat(THERE.text("rejected/" + house.hotel + "/empty.xml.error.txt"))
                .contains("parse.empty");
    }

    @Test
    void a_file_for_an_unknown_hotel_is_rejected() throws IOException {
        var nowhere = "NOWHERE-" + house.hotel;
        THERE.lay(nowhere + "/a.xml", bytes(House.booking("TARO MIHON", ARRIVAL)));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(THERE.names("rejected/" + nowhere)).containsExactly("a.xml", "a.xml.error.txt"));
        assertThat(THERE.text("rejected/" + nowhere + "/a.xml.error.txt")).contains("intake.hotel_not_allowed");
    }

    @Test
    void temporary_names_and_links_are_left_there() throws IOException {
        var document = bytes(House.booking("TARO MIHON", ARRIVAL));
        THERE.lay(in("a.xml.part"), document);
        Files.createSymbolicLink(
                THERE.home.resolve("inbox").resolve(in("link.xml")),
                THERE.home.resolve("inbox").resolve(in("a.xml.part")));
        THERE.lay(in("later.xml"), bytes(House.booking("HANAKO REIDAI", ARRIVAL)));

        awaitDone("later.xml");
        assertThat(THERE.names("inbox/" + house.hotel)).containsExactly("a.xml.part", "link.xml");
        assertThat(items()).hasSize(1);
    }

    @Test
    void a_connection_that_is_cut_in_the_middle_of_a_file_costs_nothing_but_time() throws IOException {
        var answer = TelegramDocument.answer(IntStream.range(0, 200)
                .mapToObj(number -> House.booking("GUEST " + number, ARRIVAL, "9999"))
                .toList());
        THERE.cutReads(2);
        THERE.lay(in("answer.xml"), answer.getBytes(StandardCharsets.UTF_8));

        awaitDone("answer.xml");
        assertThat(THERE.cutsLeft()).isZero();
        assertThat(house.admin
                        .get("/api/v1/imports?hotel=" + house.hotel + "&limit=500")
                        .expect(200)
                        .items())
                .hasSize(200);
    }

    @Test
    void a_file_that_cannot_be_moved_there_is_told_of_and_makes_no_second_reservation() throws IOException {
        THERE.refuseMoves(true);
        THERE.lay(in("stays.xml"), bytes(House.booking("TARO MIHON", ARRIVAL)));
        await().atMost(SOON).untilAsserted(() -> assertThat(incidents()).contains("system.files_stuck"));

        THERE.refuseMoves(false);

        awaitDone("stays.xml");
        assertThat(house.admin.get(house.path("/reservations")).expect(200).items())
                .hasSize(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(incidents()).doesNotContain("system.files_stuck"));
    }

    @Test
    void a_server_that_is_down_is_told_of_until_it_is_back() throws IOException {
        THERE.stop();
        await().atMost(SOON).untilAsserted(() -> assertThat(incidents()).contains("remote.partner_server"));

        THERE.start();
        THERE.lay(in("back.xml"), bytes(House.booking("TARO MIHON", ARRIVAL)));

        awaitDone("back.xml");
        await().atMost(SOON).untilAsserted(() -> assertThat(incidents()).doesNotContain("remote.partner_server"));
    }

    @Test
    void a_server_with_another_key_than_the_known_one_is_not_talked_to() throws IOException {
        THERE.stop();
        THERE.know(ForeignSftp.newKey());
        THERE.start();
        THERE.lay(in("a.xml"), bytes(House.booking("TARO MIHON", ARRIVAL)));

        await().atMost(SOON).untilAsserted(() -> assertThat(incidents()).contains("remote.partner_server"));
        assertThat(THERE.names("inbox/" + house.hotel)).containsExactly("a.xml");

        THERE.know(THERE.hostKey());

        awaitDone("a.xml");
    }

    private String in(String name) {
        return house.hotel + "/" + name;
    }

    private JsonNode items() {
        return house.admin
                .get("/api/v1/imports?hotel=" + house.hotel)
                .expect(200)
                .items();
    }

    private JsonNode imports(int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(items().findValuesAsText("outcome"))
                        .hasSize(count)
                        .doesNotContain("pending"));
        return items();
    }

    private void awaitDone(String... names) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(THERE.names("done/" + house.hotel)).contains(names));
    }

    private List<String> incidents() {
        return house.admin.get("/api/v1/notifications").expect(200).items().findValuesAsText("code");
    }

    private static byte[] bytes(TelegramDocument telegram) {
        return telegram.xml().getBytes(StandardCharsets.UTF_8);
    }
}
