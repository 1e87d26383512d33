package io.toritsugi.conformance;

import static io.toritsugi.conformance.ServingApplication.HOTEL;
import static io.toritsugi.conformance.ServingApplication.QUICKLY;
import static io.toritsugi.conformance.ServingApplication.assertImported;
import static io.toritsugi.conformance.ServingApplication.assertParseLine;
import static io.toritsugi.conformance.ServingApplication.assertServing;
import static io.toritsugi.conformance.ServingApplication.assertUnreadable;
import static io.toritsugi.conformance.ServingApplication.goodTelegram;
import static io.toritsugi.conformance.ServingApplication.sender;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Documents that want to harm, or are harmed (domain notes §10): refused quickly, kept, and the application stands. */
class HostileDocumentTest {

    private static final AtomicInteger FETCHED = new AtomicInteger();
    private static HttpServer elsewhere;

    @BeforeAll
    static void listenElsewhere() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            FETCHED.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterAll
    static void stopListening() {
        elsewhere.stop(0);
    }

    @AfterEach
    void the_application_stands() {
        assertServing();
        assertThat(FETCHED).hasValue(0);
    }

    @Test
    void an_external_entity_is_not_read_from_a_file() {
        var reply = refusedDoctype("<!DOCTYPE r [<!ENTITY file SYSTEM \"file:///etc/hostname\">]>", "&file;");

        assertThat(reply.body()).doesNotContain(System.getProperty("user.name") + ":");
    }

    @Test
    void an_external_entity_is_not_fetched() {
        refusedDoctype("<!DOCTYPE r [<!ENTITY e SYSTEM \"" + address() + "\">]>", "&e;");
    }

    @Test
    void an_external_parameter_entity_is_not_fetched() {
        refusedDoctype("<!DOCTYPE r [<!ENTITY % e SYSTEM \"" + address() + "\"> %e;]>", "");
    }

    @Test
    void an_external_dtd_is_not_fetched() {
        refusedDoctype("<!DOCTYPE AllotmentBookingReport SYSTEM \"" + address() + "\">", "");
    }

    @Test
    void schemas_stylesheets_and_inclusions_are_not_fetched() {
        var telegram = goodTelegram().xml().replace("<AllotmentBookingReport>", """
                        <?xml-stylesheet type="text/xsl" href="%1$s"?>
                        <AllotmentBookingReport xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                            xmlns:xi="http://www.w3.org/2001/XInclude" xsi:noNamespaceSchemaLocation="%1$s">
                        <xi:include href="%1$s" parse="text"/>
                        """.formatted(address()));

        assertImported(sender().post(HOTEL, telegram));
    }

    @Test
    void a_billion_laughs_are_refused() {
        var entities = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> "<!ENTITY l%d \"&l%d;&l%d;&l%d;&l%d;\">".formatted(i, i - 1, i - 1, i - 1, i - 1))
                .collect(Collectors.joining());

        refusedDoctype("<!DOCTYPE r [<!ENTITY l0 \"ha\">" + entities + "]>", "&l30;");
    }

    @Test
    void a_quadratic_entity_is_refused() {
        refusedDoctype("<!DOCTYPE r [<!ENTITY a \"" + "a".repeat(100_000) + "\">]>", "&a;".repeat(10_000));
    }

    @Test
    void a_doctype_inside_an_answer_is_one_line_and_the_neighbours_stand() {
        var bad = withDoctype("<!DOCTYPE r [<!ENTITY e SYSTEM \"" + address() + "\">]>", "&e;");

        var lines = betweenGoodOnes(bad);

        assertThat(lines.get(1).path("code").asText()).isEqualTo("parse.doctype");
    }

    @Test
    void a_hundred_thousand_levels_are_refused() {
        unreadable("parse.limit", insideTelegram("<a>".repeat(100_000) + "</a>".repeat(100_000)));
    }

    @Test
    void a_hundred_thousand_levels_around_an_answer_are_refused() {
        var answer = new String(SoapAnswer.of(List.of()).bytes(), StandardCharsets.UTF_8);

        unreadable("parse.limit", answer.replace("<commonResponse>", "<a>".repeat(1_000_000) + "<commonResponse>"));
    }

    @Test
    void a_hundred_thousand_attributes_are_refused() {
        unreadable("parse.limit", insideTelegram("<a " + attributes(100_000) + "/>"));
    }

    @Test
    void a_million_attributes_are_too_much_for_a_telegram() {
        var reply = sender().post(HOTEL, insideTelegram("<a " + attributes(1_000_000) + "/>"));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.problem()).isEqualTo("intake.too_large");
        assertThat(reply.took()).isLessThan(QUICKLY);
    }

    @Test
    void a_million_attributes_on_an_envelope_are_too_much() {
        var reply = sender().post(
                        HOTEL,
                        "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\" " + attributes(1_000_000)
                                + "/>");

        assertThat(reply.status()).as("%s", reply).isEqualTo(413);
        assertThat(reply.took()).isLessThan(QUICKLY);
    }

    @Test
    void a_million_attributes_inside_an_answer_are_one_line() {
        var lines = betweenGoodOnes(insideTelegram("<a " + attributes(1_000_000) + "/>"));

        assertThat(lines.get(1).path("code").asText()).isEqualTo("parse.too_large");
    }

    @Test
    void an_attribute_of_a_megabyte_is_refused() {
        unreadable("parse.limit", insideTelegram("<a b=\"" + "x".repeat(1_000_000) + "\"/>"));
    }

    @Test
    void a_name_of_a_megabyte_is_refused() {
        unreadable("parse.limit", insideTelegram("<" + "x".repeat(1_000_000) + "/>"));
    }

    @Test
    void a_text_of_a_megabyte_is_refused() {
        unreadable("parse.limit", insideTelegram("<a>" + "x".repeat(1_000_000) + "</a>"));
    }

    @Test
    void a_comment_of_a_megabyte_harms_nobody() {
        assertImported(sender().post(HOTEL, goodTelegram().xml() + "<!--" + "x".repeat(1_000_000) + "-->"));
    }

    @Test
    void a_page_of_a_web_server_is_no_telegram() {
        unreadable(
                "parse.wrong_root",
                "<html><head><title>503</title></head><body>ただいまメンテナンス中です " + unique() + "</body></html>");
    }

    @Test
    void a_page_with_a_doctype_and_open_tags_is_no_telegram() {
        unreadable("parse.doctype", "<!DOCTYPE html>\n<html><body><p>Service Unavailable<br>" + unique() + "</html>");
    }

    @Test
    void json_is_no_telegram() {
        unreadable("parse.not_xml", "{\"booking\":\"" + unique() + "\"}");
    }

    @Test
    void random_bytes_are_kept_as_they_came() {
        var random = new Random(17);
        for (int round = 0; round < 20; round++) {
            var bytes = new byte[1 + random.nextInt(5000)];
            random.nextBytes(bytes);

            var reply = sender().post(HOTEL, bytes);

            assertThat(reply.status()).as("%s", reply).isEqualTo(422);
            assertParseLine(reply.line(), reply.line().path("code").asText(), bytes);
        }
    }

    @Test
    void nul_characters_are_refused() {
        unreadable("parse.illegal_character", goodTelegram().xml().replace("TARO", "TA\0RO"));
    }

    @Test
    void control_characters_are_refused_written_out_or_as_references() {
        unreadable("parse.illegal_character", goodTelegram().xml().replace("TARO", "TA\u0008RO"));
        unreadable("parse.illegal_character", goodTelegram().xml().replace("TARO", "TA&#0;RO"));
        unreadable("parse.illegal_character", goodTelegram().xml().replace("TARO", "TA&#xFFFF;RO"));
        unreadable("parse.illegal_character", goodTelegram().xml().replace("TARO", "TA&#xD800;RO"));
    }

    @Test
    void bytes_that_spell_no_character_are_refused() {
        var bytes = goodTelegram().xml().replace("TARO", "TA~RO").getBytes(StandardCharsets.UTF_8);
        bytes[indexOf(bytes, '~')] = (byte) 0xFE;

        assertUnreadable(sender().post(HOTEL, bytes), "parse.encoding", bytes);
    }

    @Test
    void an_encoding_that_nobody_knows_is_refused() {
        unreadable("parse.encoding", goodTelegram().xml().replace("UTF-8", "x-klingon"));
    }

    @Test
    void a_telegram_is_read_in_every_encoding_that_it_declares_truly() {
        for (var encoding : List.of("Shift_JIS", "EUC-JP", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-31j")) {
            var text = goodTelegram().xml().replace("UTF-8", encoding);

            assertImported(sender().post(HOTEL, text.getBytes(Charset.forName(encoding))));
        }
    }

    @Test
    void a_telegram_in_another_encoding_than_it_declares_is_refused_and_kept() {
        var bytes = goodTelegram().xml().getBytes(Charset.forName("Shift_JIS"));

        var reply = sender().post(HOTEL, bytes);

        // Either it is found out what it is, or it is refused; a name is never damaged in silence.
        if (reply.status() == 422) {
            assertUnreadable(reply, "parse.encoding", bytes);
        } else {
            assertImported(reply);
        }
    }

    @Test
    void a_telegram_that_breaks_off_anywhere_is_unreadable() {
        var whole = goodTelegram().bytes();
        for (int length = 1; length < whole.length - 1; length += 211) {
            var part = Arrays.copyOf(whole, length);

            var reply = sender().post(HOTEL, part);

            assertThat(reply.status()).as("cut at %d: %s", length, reply).isEqualTo(422);
            assertThat(reply.line().path("class").asText())
                    .as("cut at %d", length)
                    .isEqualTo("PARSE");
            assertThat(ServingApplication.raw(reply.line().path("id").asLong())).isEqualTo(part);
        }
    }

    @Test
    void of_an_answer_that_breaks_off_what_was_complete_stands_and_the_rest_is_one_line() {
        var first = goodTelegram();
        var second = goodTelegram();
        var whole = SoapAnswer.of(List.of(first.xml(), second.xml())).bytes();
        int endOfFirst = new String(whole, StandardCharsets.UTF_8).indexOf("</infoTravelXML>");
        var part = Arrays.copyOf(whole, endOfFirst + 2000);

        var reply = sender().post(HOTEL, part);

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.lines()).hasSize(2);
        assertThat(reply.lines().get(0).path("outcome").asText()).isEqualTo("imported");
        assertThat(reply.lines().get(1).path("code").asText()).isEqualTo("parse.remainder");

        var again = sender().post(HOTEL, whole);

        assertThat(again.lines())
                .extracting(line -> line.path("outcome").asText())
                .containsExactly("rejected", "imported");
    }

    @Test
    void an_answer_that_breaks_off_anywhere_is_answered_with_what_was_complete() {
        var telegrams = List.of(goodTelegram(), goodTelegram(), goodTelegram());
        var whole = SoapAnswer.of(telegrams.stream().map(WrittenTelegram::xml).toList())
                .bytes();
        for (int length = 1; length < whole.length; length += 997) {
            var part = Arrays.copyOf(whole, length);

            var reply = sender().post(HOTEL, part);

            assertThat(reply.status()).as("cut at %d: %s", length, reply).isIn(200, 422);
            assertThat(reply.lines()).as("cut at %d", length).isNotEmpty();
            var last = reply.lines().get(reply.lines().size() - 1);
            assertThat(last.path("class").asText())
                    .as("cut at %d: %s", length, last)
                    .isIn("PARSE", "DUPLICATE");
        }
    }

    @Test
    void a_telegram_that_came_damaged_is_imported_when_it_comes_again_whole() {
        var telegram = goodTelegram();
        var damaged = telegram.xml().substring(0, telegram.xml().length() - 300);

        assertUnreadable(sender().post(HOTEL, damaged), "parse.cut_off", damaged.getBytes(StandardCharsets.UTF_8));

        assertImported(sender().post(HOTEL, telegram.xml()));
    }

    @Test
    void the_whole_telegram_counts_also_when_the_damaged_one_is_read_after_it_came() {
        var telegram = goodTelegram();
        var damaged = telegram.xml().replace("</RisaplsInformation>", "</Risapls>");

        var reply = sender().with("Prefer", "wait=0")
                .post(HOTEL, SoapAnswer.of(List.of(damaged, telegram.xml())).bytes());

        Awaitility.await()
                .atMost(QUICKLY)
                .untilAsserted(() -> assertThat(
                                sender().receipt(HOTEL, reply.delivery()).lines())
                        .extracting(
                                line -> line.path("outcome").asText(),
                                line -> line.path("class").asText())
                        .containsExactly(tuple("rejected", "PARSE"), tuple("imported", "null")));
        assertThat(new Integrity(ServingApplication.get().tables()).violations())
                .isEmpty();
    }

    @Test
    void an_overlong_telegram_inside_an_answer_is_one_line_and_kept_whole() {
        var overlong = insideTelegram("<a>" + "長".repeat(1_000_000) + "</a>");

        var lines = betweenGoodOnes(overlong);

        assertParseLine(lines.get(1), "parse.too_large", overlong.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void card_numbers_are_blanked_also_in_what_cannot_be_read() {
        var body = goodTelegram()
                .xml()
                .replace("</TransactionType>", "<CardNumber>4111111111111111</CardNumber></TransactionType><broken>");

        var reply = sender().post(HOTEL, body);

        assertUnreadable(
                reply,
                reply.line().path("code").asText(),
                body.replace("4111111111111111", "****************").getBytes(StandardCharsets.UTF_8));
    }

    // ---- what is sent

    private Reply refusedDoctype(String doctype, String text) {
        var body = withDoctype(doctype, text);
        var reply = sender().post(HOTEL, body);
        assertUnreadable(reply, "parse.doctype", body.getBytes(StandardCharsets.UTF_8));
        return reply;
    }

    private void unreadable(String code, String body) {
        assertUnreadable(sender().post(HOTEL, body), code, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends an answer in which this stands between two good telegrams, and answers the three lines of the receipt. */
    private List<JsonNode> betweenGoodOnes(String bad) {
        var reply = sender().post(
                        HOTEL,
                        SoapAnswer.of(List.of(
                                        goodTelegram().xml(),
                                        bad,
                                        goodTelegram().xml()))
                                .bytes());
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.took()).isLessThan(QUICKLY);
        var lines = reply.lines();
        assertThat(lines)
                .extracting(line -> line.path("outcome").asText())
                .containsExactly("imported", "rejected", "imported");
        return lines;
    }

    private static String withDoctype(String doctype, String text) {
        return goodTelegram()
                .xml()
                .replaceFirst("<AllotmentBookingReport>", doctype + "<AllotmentBookingReport>")
                .replace("TARO MIHON", text);
    }

    private static String insideTelegram(String content) {
        return goodTelegram().xml().replace("</AllotmentBookingReport>", content + "</AllotmentBookingReport>");
    }

    private static String attributes(int count) {
        return IntStream.range(0, count).mapToObj(i -> "a" + i + "=''").collect(Collectors.joining(" "));
    }

    private static String unique() {
        return goodTelegram().dataId();
    }

    private static String address() {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/secret";
    }

    private static int indexOf(byte[] bytes, char searched) {
        return IntStream.range(0, bytes.length)
                .filter(i -> bytes[i] == searched)
                .findFirst()
                .orElseThrow();
    }
}
