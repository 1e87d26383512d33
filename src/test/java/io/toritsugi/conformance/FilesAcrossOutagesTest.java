package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.toritsugi.intake.sftp.Partner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that partners drop while the application is killed, and while its database is away: none is lost, none doubled.
 *
 * <p>Long form: {@code -Dtoritsugi.files.kills=10 -Dtoritsugi.files.dropped=500}.
 */
@Timeout(400)
@TestMethodOrder(MethodOrderer.MethodName.class)
class FilesAcrossOutagesTest {

    private static final Logger LOG = LoggerFactory.getLogger(FilesAcrossOutagesTest.class);
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final LocalDate ARRIVAL = LocalDate.of(2027, 4, 1);
    private static final int FILES = Integer.getInteger("toritsugi.files.dropped", 150);
    private static final int KILLS = Integer.getInteger("toritsugi.files.kills", 2);

    private static final KeyPair KEY = newKey();

    private static ApplicationProcess application;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        port = freePort();
        application = ApplicationProcess.started(
                "files-across-outages",
                "toritsugi.sftp.enabled=true",
                "toritsugi.sftp.port=" + port,
                "toritsugi.sftp.settle=0s",
                "toritsugi.sftp.retry-after=1s",
                "toritsugi.sftp.keep-free=1MB",
                "toritsugi.sftp.partners[0].name=agency",
                "toritsugi.sftp.partners[0].public-key=" + PublicKeyEntry.toString(KEY.getPublic()),
                "toritsugi.sftp.partners[0].hotels=*");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_kill_in_the_middle_of_many_files_loses_none_and_doubles_none() throws IOException {
        var hotel = application.newHotel("FILES1", 3000);
        var numbers = drop(hotel, FILES);

        for (int kill = 1; kill <= KILLS; kill++) {
            int before = done(hotel).size();
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> done(hotel).size() > before + 5);
            application.kill();
            LOG.info("Kill {}: {} of {} files in done/", kill, done(hotel).size(), FILES);
            application.start();
        }

        long back = System.nanoTime();
        await().atMost(SOON).until(() -> done(hotel).size() == FILES);
        application.awaitDecided(SOON);
        LOG.info("All files are in done/ {} ms after the last start", (System.nanoTime() - back) / 1_000_000);
        assertThat(reserved(hotel)).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(new Integrity(application.tables()).violations()).isEmpty();
    }

    @Test
    void files_wait_while_the_database_is_away_and_are_taken_when_it_is_back() throws IOException {
        var hotel = application.newHotel("FILES2", 3000);
        application.server().stopImmediately();
        var numbers = drop(hotel, 20);
        await().atMost(SOON).until(() -> application.log().contains("Files wait for the database"));
        assertThat(done(hotel)).isEmpty();
        assertThat(application.ready()).isFalse();

        application.server().start();

        await().atMost(SOON).until(() -> done(hotel).size() == 20);
        application.awaitDecided(SOON);
        assertThat(reserved(hotel)).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(application.alive()).isTrue();
        assertThat(application.ready()).isTrue();
    }

    /** Drops bookings; answers their numbers. */
    private static List<String> drop(String hotel, int count) throws IOException {
        var bookings = IntStream.range(0, count)
                .mapToObj(number -> House.booking("GUEST " + number, ARRIVAL, "0003"))
                .toList();
        try (var partner = Partner.signIn(port, "agency", KEY)) {
            partner.folder("/inbox/" + hotel);
            for (var booking : bookings) {
                partner.put(path(hotel, booking) + ".part", booking.xml().getBytes(StandardCharsets.UTF_8));
            }
            // All at once, so that there is much to do when it is killed.
            for (var booking : bookings) {
                partner.rename(path(hotel, booking) + ".part", path(hotel, booking));
            }
        }
        return bookings.stream().map(TelegramDocument::bookingNumber).toList();
    }

    private static String path(String hotel, TelegramDocument booking) {
        return "/inbox/" + hotel + "/" + booking.bookingNumber() + ".xml";
    }

    private static List<String> done(String hotel) throws IOException {
        var folder =
                application.home().resolve("data/sftp/partners/agency/done").resolve(hotel);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> reserved(String hotel) {
        return application
                .tables()
                .queryForList(
                        "select r.booking_number from reservation r join hotel h on h.id = r.hotel_id where h.code = ?",
                        String.class,
                        hotel);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static KeyPair newKey() {
        try {
            return KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
