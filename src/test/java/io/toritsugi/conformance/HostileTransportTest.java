package io.toritsugi.conformance;

import static io.toritsugi.conformance.ServingApplication.HOTEL;
import static io.toritsugi.conformance.ServingApplication.QUICKLY;
import static io.toritsugi.conformance.ServingApplication.assertImported;
import static io.toritsugi.conformance.ServingApplication.assertServing;
import static io.toritsugi.conformance.ServingApplication.assertUnreadable;
import static io.toritsugi.conformance.ServingApplication.goodTelegram;
import static io.toritsugi.conformance.ServingApplication.sender;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a transport can do to a body: compressed, too large, broken off, slow, wrongly labelled. */
class HostileTransportTest {

    private static final String PATH = "/ota/tl-lincoln/" + HOTEL;
    private static final int MEGABYTE = 1 << 20;
    private static final String PADDED = "PADDED HERE";

    @AfterEach
    void the_application_stands() {
        assertServing();
    }

    // ---- gzip

    @Test
    void a_gigabyte_of_nothing_in_a_megabyte_is_refused() throws IOException {
        var bomb = gzipped("", new byte[16 * MEGABYTE], 64);
        assertThat(bomb.length).isLessThan(2 * MEGABYTE);

        tooLarge(sender().with("Content-Encoding", "gzip").post(HOTEL, bomb));
    }

    @Test
    void an_answer_that_unpacks_to_a_gigabyte_of_spaces_is_refused() throws IOException {
        var spaces = new byte[16 * MEGABYTE];
        Arrays.fill(spaces, (byte) ' ');
        var begin = new String(SoapAnswer.of(List.of()).bytes(), StandardCharsets.UTF_8).substring(0, 300);

        tooLarge(sender().with("Content-Encoding", "gzip").post(HOTEL, gzipped(begin, spaces, 64)));
    }

    @Test
    void a_compressed_telegram_is_imported() throws IOException {
        assertImported(sender().with("Content-Encoding", "gzip")
                .post(HOTEL, gzipped(goodTelegram().xml(), new byte[0], 0)));
    }

    @Test
    void a_compressed_body_that_is_damaged_is_kept_as_it_came() throws IOException {
        var damaged = gzipped(goodTelegram().xml(), new byte[0], 0);
        for (int i = damaged.length / 2; i < damaged.length / 2 + 20; i++) {
            damaged[i] ^= 0x55;
        }

        assertUnreadable(sender().with("Content-Encoding", "gzip").post(HOTEL, damaged), "parse.not_xml", damaged);
    }

    @Test
    void a_compressed_body_that_breaks_off_is_kept_as_it_came() throws IOException {
        var whole = gzipped(goodTelegram().xml(), new byte[0], 0);
        var part = Arrays.copyOf(whole, whole.length * 2 / 3);

        assertUnreadable(sender().with("Content-Encoding", "gzip").post(HOTEL, part), "parse.cut_off", part);
    }

    @Test
    void a_body_that_is_not_compressed_although_it_says_so_is_read_as_it_is() {
        assertImported(sender().with("Content-Encoding", "gzip")
                .post(HOTEL, goodTelegram().bytes()));
    }

    @Test
    void another_compression_is_refused() {
        var reply = sender().with("Content-Encoding", "br")
                .post(HOTEL, goodTelegram().bytes());

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.problem()).isEqualTo("request.media_type");
    }

    // ---- size

    @Test
    void a_telegram_of_sixty_megabytes_is_refused() {
        var telegram = goodTelegram().xml();

        tooLarge(sender().post(HOTEL, BodyPublishers.ofInputStream(() -> padded(telegram, "TARO", 60 * MEGABYTE))));
    }

    @Test
    void a_telegram_of_sixty_megabytes_inside_an_answer_is_one_line() {
        var documents = List.of(
                goodTelegram().xml(),
                goodTelegram().xml().replace("TARO", PADDED),
                goodTelegram().xml());
        var answer = new String(SoapAnswer.of(documents).bytes(), StandardCharsets.UTF_8);

        var reply = sender().post(HOTEL, BodyPublishers.ofInputStream(() -> padded(answer, PADDED, 60 * MEGABYTE)));

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.lines())
                .extracting(line -> line.path("outcome").asText())
                .containsExactly("imported", "rejected", "imported");
        var line = reply.lines().get(1);
        assertThat(line.path("code").asText()).isEqualTo("parse.too_large");
        assertThat(ServingApplication.raw(line.path("id").asLong()))
                .hasSize(documents.get(1).getBytes(StandardCharsets.UTF_8).length + 60 * MEGABYTE);
    }

    @Test
    void nothing_is_refused() {
        for (var nothing : List.of("", "\n", " \r\n\t ", "\uFEFF")) {
            var reply = sender().post(HOTEL, nothing);

            assertThat(reply.status()).as("%s", reply).isEqualTo(400);
            assertThat(reply.problem()).isEqualTo("intake.empty");
        }
    }

    // ---- labels

    @Test
    void a_telegram_is_taken_whatever_its_content_type_says() {
        for (var type : List.of(
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "text/xml",
                "application/soap+xml; charset=utf-8",
                "application/octet-stream",
                "text/plain; charset=iso-8859-1",
                "text/xml; charset=no-such-thing",
                "text/xml; charset=\"",
                "nonsense",
                ";;;")) {
            assertImported(sender().with("Content-Type", type)
                    .post(HOTEL, goodTelegram().bytes()));
        }
    }

    @Test
    void a_telegram_without_a_content_type_is_taken() {
        assertImported(sender().post(HOTEL, goodTelegram().bytes()));
    }

    @Test
    void other_preferences_than_to_wait_change_nothing() {
        for (var preference :
                List.of("wait=", "wait=-1", "wait=99999999999", "respond-async", "wait=abc, wait=1", "\"")) {
            var reply = sender().with("Prefer", preference)
                    .post(HOTEL, goodTelegram().bytes());

            assertThat(reply.status()).as("%s: %s", preference, reply).isIn(200, 202);
        }
    }

    // ---- connections

    @Test
    void a_body_in_pieces_of_unknown_number_is_taken() {
        var telegram = goodTelegram().xml();
        try (var connection = new RawConnection(port())) {
            connection.send(
                    RawConnection.post(PATH, "Transfer-Encoding: chunked", "Prefer: wait=20", "Connection: close"));
            for (var piece : telegram.split("(?<=>)")) {
                connection.send(
                        Integer.toHexString(piece.getBytes(StandardCharsets.UTF_8).length) + "\r\n" + piece + "\r\n");
            }
            var reply = connection.send("0\r\n\r\n").answer();

            assertThat(reply.status()).as("%s", reply).isEqualTo(200);
            assertThat(reply.body()).contains("\"imported\"");
        }
    }

    @Test
    void of_a_body_whose_sender_goes_away_nothing_is_stored() {
        var telegram = goodTelegram();
        try (var connection = new RawConnection(port())) {
            connection.send(RawConnection.post(PATH, "Content-Length: 100000")).send(telegram.xml());
        }
        try (var connection = new RawConnection(port())) {
            connection
                    .send(RawConnection.post(PATH, "Transfer-Encoding: chunked"))
                    .send("ffff\r\n" + telegram.xml());
        }

        assertServing();
        assertImported(sender().post(HOTEL, telegram.bytes()));
    }

    @Test
    void a_broken_chunk_is_no_telegram() {
        var telegram = goodTelegram();
        try (var connection = new RawConnection(port())) {
            var reply = connection
                    .send(RawConnection.post(PATH, "Transfer-Encoding: chunked", "Connection: close"))
                    .send("zzz\r\n" + telegram.xml() + "\r\n0\r\n\r\n")
                    .answer();

            assertThat(reply.status()).isEqualTo(400);
        }

        assertImported(sender().post(HOTEL, telegram.bytes()));
    }

    @Test
    void senders_who_take_their_time_hold_nobody_up() {
        var slow = new ArrayList<RawConnection>();
        try {
            for (int i = 0; i < 100; i++) {
                var connection = new RawConnection(port());
                slow.add(connection);
                connection
                        .send(RawConnection.post(PATH, "Content-Length: 5000"))
                        .send("<");
            }
            for (int round = 0; round < 5; round++) {
                slow.forEach(connection -> connection.send("A"));
                var reply = sender().post(HOTEL, goodTelegram().bytes());
                assertImported(reply);
                assertThat(reply.took()).isLessThan(QUICKLY);
            }
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    @Test
    void senders_who_stop_in_the_middle_are_let_go() {
        try (var connection = new RawConnection(port())) {
            var reply = connection
                    .send(RawConnection.post(PATH, "Content-Length: 5000", "Connection: close"))
                    .send("<Allot")
                    .answer();

            // Told why, or just let go: Tomcat gives up a connection on which reading has timed out.
            assertThat(reply.status()).isIn(0, 408);
        }
    }

    private static int port() {
        return ServingApplication.get().port();
    }

    private static void tooLarge(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(413);
        assertThat(reply.problem()).isEqualTo("intake.too_large");
        assertThat(reply.took()).isLessThan(QUICKLY);
    }

    /** A document with many more letters in one place. */
    private static InputStream padded(String document, String place, int letters) {
        int middle = document.indexOf(place);
        var padding = new byte[letters];
        Arrays.fill(padding, (byte) 'x');
        return new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(document.substring(0, middle).getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(padding),
                new ByteArrayInputStream(document.substring(middle).getBytes(StandardCharsets.UTF_8)))));
    }

    /** Several members, as gzip allows: a large content is made quickly. */
    private static byte[] gzipped(String begin, byte[] rest, int times) throws IOException {
        var all = new ByteArrayOutputStream();
        all.writeBytes(member(begin.getBytes(StandardCharsets.UTF_8)));
        var member = times == 0 ? new byte[0] : member(rest);
        for (int i = 0; i < times; i++) {
            all.writeBytes(member);
        }
        return all.toByteArray();
    }

    private static byte[] member(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
