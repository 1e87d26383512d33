package io.toritsugi.intake.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.House;
import io.toritsugi.conformance.TelegramDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.apache.sshd.client.channel.ClientChannel;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What a partner meets who drops files, seen through a real SFTP client, and what becomes of them at the desk. */
@HttpTest
@Import(SftpInboxTest.Disk.class)
@DirtiesContext
@Timeout(120)
class SftpInboxTest {

    private static final Path DIRECTORY = Path.of("target", "sftp-" + UUID.randomUUID());
    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final KeyPair AGENCY = newKey("ecdsa-sha2-nistp256", 256);
    private static final KeyPair AGENCY_OF_TODAY = newKey("ssh-ed25519", 256);
    private static final int LONGEST_FILE = 1 << 20;
    private static final Duration SOON = Duration.ofSeconds(40);

    @LocalServerPort
    int port;

    @Autowired
    SftpServer server;

    @Autowired
    PartnerFolders folders;

    @Autowired
    DiskThatFills disk;

    @Autowired
    MeterRegistry meters;

    private House house;
    private Partner agency;

    @DynamicPropertySource
    static void sftp(DynamicPropertyRegistry settings) {
        settings.add("toritsugi.ticks.sftp", () -> 200);
        settings.add("toritsugi.sftp.enabled", () -> true);
        settings.add("toritsugi.sftp.demo", () -> true);
        settings.add("toritsugi.sftp.port", () -> 0);
        settings.add("toritsugi.sftp.directory", DIRECTORY::toString);
        settings.add("toritsugi.sftp.file-size", () -> LONGEST_FILE + "B");
        settings.add("toritsugi.sftp.settle", () -> "300ms");
        settings.add("toritsugi.sftp.folder-rest", () -> "1s");
        settings.add("toritsugi.sftp.keep-free", () -> "1MB");
        settings.add("toritsugi.sftp.retry-after", () -> "1s");
        settings.add("toritsugi.sftp.partners[0].name", () -> "agency");
        settings.add(
                "toritsugi.sftp.partners[0].public-key",
                () -> PublicKeyEntry.toString(AGENCY.getPublic()) + "\n"
                        + PublicKeyEntry.toString(AGENCY_OF_TODAY.getPublic()));
        settings.add("toritsugi.sftp.partners[0].hotels", () -> "*");
    }

    /** Imported above; bears no annotation, or every application started beside the tests' classes would find it. */
    static class Disk {

        @Bean
        @Primary
        DiskThatFills diskThatFills() {
            return new DiskThatFills();
        }
    }

    @BeforeEach
    void sign_in() throws IOException {
        house = House.open(port);
        agency = Partner.signIn(server.port(), "agency", AGENCY);
        agency.sftp.mkdir("/inbox/" + house.hotel);
    }

    @AfterEach
    void sign_out() {
        agency.close();
    }

    @Test
    void a_file_that_was_dropped_is_imported_and_lies_in_done() throws IOException {
        agency.put(in("TLPDAT_1.xml"), bytes(House.booking("TARO MIHON", ARRIVAL)));

        assertThat(imports(1).get(0).path("outcome").asText()).isEqualTo("imported");
        awaitDone("TLPDAT_1.xml");
        assertThat(agency.names("/inbox/" + house.hotel)).isEmpty();
    }

    @Test
    void a_shift_jis_file_keeps_its_characters() throws IOException {
        var document = House.booking("髙﨑 ①郎", ARRIVAL).xml().replace("UTF-8", "Shift_JIS");

        agency.put(in("sjis.xml"), document.getBytes(WINDOWS_31J));

        var id = imports(1).get(0).path("id").asText();
        assertThat(house.admin
                        .get("/api/v1/imports/" + id + "/raw")
                        .expect(200)
                        .response()
                        .body())
                .isEqualTo(document);
    }

    @Test
    void a_soap_answer_brings_all_its_bookings_compressed_or_not() throws IOException {
        var answer = TelegramDocument.answer(
                List.of(House.booking("TARO MIHON", ARRIVAL), House.booking("HANAKO REIDAI", ARRIVAL)));
        var more = TelegramDocument.answer(List.of(House.booking("JIRO MIHON", ARRIVAL)));

        agency.put(in("answer.xml"), answer.getBytes(StandardCharsets.UTF_8));
        agency.put(in("more.xml.gz"), gzip(more.getBytes(StandardCharsets.UTF_8)));

        assertThat(imports(3).findValuesAsText("outcome")).containsOnly("imported");
        awaitDone("answer.xml", "more.xml.gz");
    }

    @Test
    void the_files_of_a_folder_come_in_one_by_one_and_the_folder_goes() throws IOException {
        agency.sftp.mkdir(in("group"));
        agency.put(in("group/TLPDAT_1.xml"), bytes(House.booking("TARO MIHON", ARRIVAL)));
        agency.put(in("group/TLPDAT_2.xml"), bytes(House.booking("HANAKO REIDAI", ARRIVAL)));

        assertThat(imports(2).findValuesAsText("outcome")).containsOnly("imported");
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(agency.names(in(""))).isEmpty();
            assertThat(agency.names(done("group"))).containsExactly("TLPDAT_1.xml", "TLPDAT_2.xml");
        });
    }

    @Test
    void the_same_file_again_and_under_another_name_makes_no_second_reservation() throws IOException {
        var document = bytes(House.booking("TARO MIHON", ARRIVAL));

        agency.put(in("twice.xml"), document);
        imports(1);
        agency.put(in("twice.xml"), document);
        agency.put(in("renamed.xml"), document);

        assertThat(imports(3).findValuesAsText("outcome")).containsOnlyOnce("imported");
        awaitDone("twice.xml", "twice-2.xml", "renamed.xml");
        assertThat(house.admin.get(house.path("/reservations")).expect(200).items())
                .hasSize(1);
    }

    @Test
    void a_file_for_a_hotel_that_is_not_known_is_rejected_with_the_reason() throws IOException {
        var nowhere = "NOWHERE-" + house.hotel;
        agency.sftp.mkdir("/inbox/" + nowhere);
        agency.put("/inbox/" + nowhere + "/a.xml", bytes(House.booking("TARO MIHON", ARRIVAL)));

        assertThat(rejection("/rejected/" + nowhere, "a.xml"))
                .contains("intake.hotel_not_allowed", nowhere, "ホテルコードを確認", "Check the hotel's code")
                .doesNotContain("MIHON");
    }

    @Test
    void a_file_in_no_hotels_folder_is_rejected() throws IOException {
        var name = house.hotel + ".xml";
        agency.put("/inbox/" + name, bytes(House.booking("TARO MIHON", ARRIVAL)));

        assertThat(rejection("/rejected", name)).contains("intake.hotel_not_allowed");
    }

    @Test
    void a_partner_cannot_send_for_another_hotel_than_his_own() throws IOException {
        try (var demo = Partner.signIn(server.port(), "demo", KeyFile.keep(folders.demoKey(), "demo"))) {
            demo.sftp.mkdir("/inbox/" + house.hotel);
            demo.put("/inbox/" + house.hotel + "/foreign.xml", bytes(House.booking("TARO MIHON", ARRIVAL)));

            var folder = "/rejected/" + house.hotel;
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(demo.names(folder)).containsExactly("foreign.xml", "foreign.xml.error.txt"));
            assertThat(demo.text(folder + "/foreign.xml.error.txt")).contains("SMP");
        }
        assertThat(items()).isEmpty();
    }

    @Test
    void broken_xml_is_kept_and_rejected_with_a_note_in_both_languages() throws IOException {
        var name = "broken.xml";
        agency.put(in(name), "<html>503 Service Unavailable".getBytes(StandardCharsets.UTF_8));

        assertThat(rejection(name)).contains("コード: parse.", "Code: parse.", "次にすること: ", "What to do next: ");
        assertThat(imports(1).get(0).path("class").asText()).isEqualTo("PARSE");
    }

    @Test
    void an_empty_file_is_rejected() throws IOException {
        var name = "empty.xml";
        agency.put(in(name), new byte[0]);

        assertThat(rejection(name))
                .contains("parse.empty", "Expected: one AllotmentBookingReport", "期待した内容: AllotmentBookingReport");
    }

    @Test
    void a_file_that_is_too_long_is_refused_while_it_comes_and_rejected() throws IOException {
        var name = "long.xml";

        assertThatThrownBy(() -> agency.put(in(name), new byte[LONGEST_FILE + 1]))
                .isInstanceOf(IOException.class);

        assertThat(rejection(name)).contains("parse.too_large");
        assertThat(items()).isEmpty();
    }

    @Test
    void half_a_file_is_not_taken_until_it_is_sent_again() throws IOException {
        var document = bytes(House.booking("TARO MIHON", ARRIVAL));
        agency.putHalf(in("half.xml"), document);
        agency.close();
        agency = Partner.signIn(server.port(), "agency", AGENCY);
        // A later file shows that the inbox was looked at since.
        agency.put(in("later.xml"), bytes(House.booking("HANAKO REIDAI", ARRIVAL)));
        awaitDone("later.xml");

        assertThat(agency.names(in(""))).containsExactly("half.xml");
        assertThat(items()).hasSize(1);

        agency.put(in("half.xml"), document);

        assertThat(imports(2).findValuesAsText("outcome")).containsOnly("imported");
        awaitDone("half.xml");
    }

    @Test
    void a_cut_off_upload_can_be_resumed() throws IOException {
        var document = bytes(House.booking("TARO MIHON", ARRIVAL));
        agency.putHalf(in("half.xml"), document);
        agency.close();
        agency = Partner.signIn(server.port(), "agency", AGENCY);

        int there = (int) agency.sftp.stat(in("half.xml")).getSize();
        try (var handle = agency.sftp.open(in("half.xml"), OpenMode.Write)) {
            agency.sftp.write(handle, there, document, there, document.length - there);
        }

        assertThat(imports(1).get(0).path("outcome").asText()).isEqualTo("imported");
        awaitDone("half.xml");
    }

    @Test
    void half_a_file_is_not_made_whole_by_another_name() throws IOException {
        agency.putHalf(in("half.xml.part"), bytes(House.booking("TARO MIHON", ARRIVAL)));
        agency.close();
        agency = Partner.signIn(server.port(), "agency", AGENCY);

        agency.sftp.rename(in("half.xml.part"), in("half.xml"));
        agency.put(in("later.xml"), bytes(House.booking("HANAKO REIDAI", ARRIVAL)));
        awaitDone("later.xml");

        assertThat(agency.names(in(""))).containsExactly("half.xml");
        assertThat(items()).hasSize(1);
    }

    @Test
    void a_folder_in_which_a_file_is_being_written_keeps_its_name() throws IOException {
        agency.sftp.mkdir(in("group"));
        try (var handle = agency.sftp.open(in("group/a.xml"), OpenMode.Write, OpenMode.Create)) {
            agency.sftp.write(handle, 0, new byte[] {'<'});
            assertThatThrownBy(() -> agency.sftp.rename(in("group"), in("other")))
                    .isInstanceOf(SftpException.class);
        }
    }

    @Test
    void what_a_full_disk_keeps_from_being_moved_waits_and_is_stored_once() throws IOException {
        var document = bytes(House.booking("TARO MIHON", ARRIVAL));
        disk.fill(house.hotel);
        agency.put(in("waits.xml"), document);

        imports(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(incidents()).contains("system.files_stuck"));
        assertThat(agency.names(done(""))).isEmpty();

        disk.free(house.hotel);

        awaitDone("waits.xml");
        assertThat(items()).hasSize(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(incidents()).doesNotContain("system.files_stuck"));
    }

    @Test
    void a_rejected_file_waits_for_room_as_well_and_is_not_stored_twice() throws IOException {
        disk.fill(house.hotel);
        agency.put(in("broken.xml"), "<html>".getBytes(StandardCharsets.UTF_8));
        imports(1);
        await().atMost(SOON).untilAsserted(() -> assertThat(incidents()).contains("system.files_stuck"));

        disk.free(house.hotel);

        assertThat(rejection("broken.xml")).contains("parse.");
        assertThat(items()).hasSize(1);
    }

    @Test
    void names_of_every_kind_are_kept() throws IOException {
        var longest = "x".repeat(251) + ".xml";
        for (var name : List.of(longest, "a b & 'c' %20 $(id).xml", "-rf.xml", "no ending")) {
            agency.put(in(name), new byte[0]);
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(agency.names("/rejected/" + house.hotel))
                        .contains("a b & 'c' %20 $(id).xml", "-rf.xml", "no ending", "no ending.error.txt")
                        .hasSize(8));
        assertThat(agency.names(in(""))).isEmpty();
    }

    @Test
    void a_name_with_a_control_character_is_refused() {
        assertThatThrownBy(() -> agency.put(in("two\nlines.xml"), new byte[0])).isInstanceOf(SftpException.class);
    }

    @Test
    void a_link_in_an_inbox_is_left_alone() throws IOException {
        var inbox = folders.inbox("agency").resolve(house.hotel);
        Files.createSymbolicLink(inbox.resolve("link.xml"), folders.demoKey());
        agency.put(in("later.xml"), bytes(House.booking("TARO MIHON", ARRIVAL)));
        awaitDone("later.xml");

        assertThat(inbox.resolve("link.xml")).isSymbolicLink();
        assertThat(items()).hasSize(1);
        Files.delete(inbox.resolve("link.xml"));
    }

    @Test
    void what_lies_too_deep_is_refused_to_the_partner_and_left_alone_otherwise() throws IOException {
        agency.sftp.mkdir(in("a"));
        assertThatThrownBy(() -> agency.sftp.mkdir(in("a/b"))).isInstanceOf(SftpException.class);

        var deep = folders.inbox("agency").resolve(house.hotel).resolve("a/b/c");
        Files.createDirectories(deep);
        Files.write(deep.resolve("deep.xml"), bytes(House.booking("TARO MIHON", ARRIVAL)));
        agency.put(in("later.xml"), bytes(House.booking("HANAKO REIDAI", ARRIVAL)));
        awaitDone("later.xml");

        assertThat(deep.resolve("deep.xml")).exists();
        assertThat(items()).hasSize(1);
    }

    @Test
    void files_are_counted_by_how_they_ended() throws IOException {
        double before = counted("rejected");
        agency.put(in("empty.xml"), new byte[0]);
        rejection("empty.xml");

        assertThat(counted("rejected")).isGreaterThan(before);
        assertThat(meters.get("toritsugi.sftp.waiting")
                        .tag("sender", "agency")
                        .gauge()
                        .value())
                .isNotNegative();
    }

    @Test
    void a_partner_may_tidy_up_what_has_come_to_its_end() throws IOException {
        agency.put(in("empty.xml"), new byte[0]);
        rejection("empty.xml");

        agency.sftp.remove("/rejected/" + house.hotel + "/empty.xml");
        agency.sftp.remove("/rejected/" + house.hotel + "/empty.xml.error.txt");

        assertThat(agency.names("/rejected/" + house.hotel)).isEmpty();
    }

    @Test
    void a_file_under_a_temporary_name_waits_for_its_own() throws IOException {
        agency.put(in("slow.xml.part"), bytes(House.booking("TARO MIHON", ARRIVAL)));
        agency.put(in("other.xml"), bytes(House.booking("HANAKO REIDAI", ARRIVAL)));
        awaitDone("other.xml");
        assertThat(agency.names(in(""))).containsExactly("slow.xml.part");

        agency.sftp.rename(in("slow.xml.part"), in("slow.xml"));

        imports(2);
        awaitDone("slow.xml");
    }

    @Test
    void a_file_that_was_committed_before_a_crash_and_not_moved_is_moved_afterwards() throws IOException {
        var document = bytes(House.booking("TARO MIHON", ARRIVAL));
        house.deliver(document);
        var left = folders.work("agency").resolve(UUID.randomUUID().toString()).resolve(house.hotel);
        Files.createDirectories(left);
        Files.write(left.resolve("crashed.xml"), document);

        awaitDone("crashed.xml");
        assertThat(imports(2).findValuesAsText("outcome")).containsOnlyOnce("imported");
    }

    @Test
    void a_password_opens_nothing() {
        assertThatThrownBy(() -> Partner.signInWithPassword(server.port(), "agency", HttpTest.ADMIN_PASSWORD))
                .isInstanceOf(SshException.class);
    }

    @Test
    void a_key_opens_its_own_partners_home_only() {
        assertThatThrownBy(() -> Partner.signIn(server.port(), "demo", AGENCY)).isInstanceOf(SshException.class);
        assertThatThrownBy(() -> Partner.signIn(server.port(), "nobody", AGENCY))
                .isInstanceOf(SshException.class);
    }

    @Test
    void an_ed25519_key_opens_as_well() throws IOException {
        try (var today = Partner.signIn(server.port(), "agency", AGENCY_OF_TODAY)) {
            assertThat(today.names("/")).containsExactly("done", "inbox", "rejected");
        }
    }

    @Test
    void no_path_leads_out_of_the_home() throws IOException {
        var home = folders.home("agency");
        var link = home.resolve("inbox").resolve(house.hotel).resolve("out");
        Files.createSymbolicLink(link, folders.hostKey());

        assertThatThrownBy(() -> agency.text("/../../host_key")).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> agency.text("../../../host_key")).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> agency.text(folders.hostKey().toString())).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> agency.text(in("out"))).isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> agency.sftp.symLink(in("mine"), "../../../host_key"))
                .isInstanceOf(SftpException.class);
        assertThatThrownBy(() -> agency.sftp.link(in("mine"), in("out"), false))
                .isInstanceOfAny(SftpException.class, UnsupportedOperationException.class);
        Files.delete(link);
    }

    @Test
    void a_partner_writes_below_his_inbox_only() {
        for (var path : List.of("/note.txt", "/done/note.xml", "/rejected/note.xml", in("a/b/c.xml"))) {
            assertThatThrownBy(() -> agency.put(path, new byte[] {1})).as(path).isInstanceOf(SftpException.class);
        }
        assertThatThrownBy(() -> agency.sftp.rmdir("/inbox")).isInstanceOf(SftpException.class);
    }

    @Test
    void there_is_no_shell_and_no_command_and_no_forwarding() throws IOException {
        assertRunsNothing(agency.session.createExecChannel("echo here"));
        assertRunsNothing(agency.session.createShellChannel());
        assertThatThrownBy(() -> agency.session
                        .createDirectTcpipChannel(
                                new SshdSocketAddress("127.0.0.1", 0), new SshdSocketAddress("127.0.0.1", port))
                        .open()
                        .verify(Duration.ofSeconds(20)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void the_keys_are_kept_for_their_owner_only() throws IOException {
        for (var key : List.of(folders.hostKey(), folders.demoKey())) {
            assertThat(Files.readString(key)).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
        }
        assertThat(KeyUtils.compareKeys(
                        KeyFile.keep(folders.hostKey(), "toritsugi").getPublic(),
                        KeyFile.keep(folders.hostKey(), "toritsugi").getPublic()))
                .isTrue();
    }

    private static void assertRunsNothing(ClientChannel channel) throws IOException {
        var answer = new ByteArrayOutputStream();
        channel.setOut(answer);
        channel.setErr(answer);
        try {
            channel.open().verify(Partner.PATIENCE);
            // A client need not be told that its request was refused: it is not answered, and that is all.
            channel.waitFor(
                    EnumSet.of(ClientChannelEvent.CLOSED, ClientChannelEvent.EXIT_STATUS), Duration.ofSeconds(3));
        } catch (SshException refused) {
            assertThat(refused).isNotNull();
        } finally {
            channel.close(true).await(Partner.PATIENCE);
        }
        assertThat(answer.size()).isZero();
        assertThat(channel.getExitStatus()).isNull();
    }

    private String in(String name) {
        return "/inbox/" + house.hotel + "/" + name;
    }

    private JsonNode items() {
        return house.admin
                .get("/api/v1/imports?hotel=" + house.hotel)
                .expect(200)
                .items();
    }

    /** What arrived for this hotel, as soon as so many have been decided. */
    private JsonNode imports(int count) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(items().findValuesAsText("outcome"))
                        .hasSize(count)
                        .doesNotContain("pending"));
        return items();
    }

    private void awaitDone(String... names) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(agency.names(done(""))).contains(names));
    }

    private String rejection(String name) throws IOException {
        return rejection("/rejected/" + house.hotel, name);
    }

    private String rejection(String folder, String name) throws IOException {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(agency.names(folder)).contains(name, name + ".error.txt"));
        return agency.text(folder + "/" + name + ".error.txt");
    }

    private String done(String folder) {
        return "/done/" + house.hotel + "/" + folder;
    }

    private List<String> incidents() {
        return house.admin.get("/api/v1/notifications").expect(200).items().findValuesAsText("code");
    }

    private double counted(String result) {
        return meters.find("toritsugi.sftp.files").tag("result", result).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static byte[] bytes(TelegramDocument telegram) {
        return telegram.xml().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var compressed = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(compressed)) {
            stream.write(bytes);
        }
        return compressed.toByteArray();
    }

    private static KeyPair newKey(String type, int bits) {
        try {
            return KeyUtils.generateKeyPair(type, bits);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
