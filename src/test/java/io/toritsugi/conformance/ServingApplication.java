package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One application for all tests that throw things at it: it has to stand them all. Started by the first who asks, stopped with
 * the JVM.
 */
final class ServingApplication {

    static final String HOTEL = "HOST";

    /** Quick, also where other work is done on the same processors. */
    static final Duration QUICKLY = Duration.ofSeconds(20);

    /** With senders who fall silent; as shipped it is twenty seconds. */
    private static final String PATIENCE = "4s";

    private static final int ROOMS = 3000;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private ServingApplication() {}

    static ApplicationProcess get() {
        return Running.APPLICATION;
    }

    /** Somebody who posts with a good key and waits for the outcome. */
    static Sender sender() {
        return get().sender().waiting();
    }

    /** A telegram that nobody has sent before, and with which nothing is wrong. */
    static WrittenTelegram goodTelegram() {
        int number = NUMBERS.incrementAndGet();
        return WrittenTelegram.newBooking("G" + number)
                .arriving(LocalDate.parse("2027-02-01").plusDays(number % 300));
    }

    /** The application is ready, and a good telegram becomes a reservation. */
    static void assertServing() {
        assertThat(get().alive()).as("alive").isTrue();
        assertThat(get().ready()).as("ready").isTrue();
        assertImported(sender().post(HOTEL, goodTelegram().bytes()));
    }

    static void assertImported(Reply reply) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        assertThat(reply.line().path("outcome").asText()).as("%s", reply).isEqualTo("imported");
    }

    /**
     * The body was stored, refused as unreadable for this reason, quickly, and nothing of it is lost.
     *
     * @param kept the bytes as they must have been kept
     */
    static void assertUnreadable(Reply reply, String code, byte[] kept) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(422);
        assertThat(reply.took()).isLessThan(QUICKLY);
        assertParseLine(reply.line(), code, kept);
        assertThat(get().sender().receipt(HOTEL, reply.delivery()).json()).isEqualTo(reply.json());
    }

    static void assertParseLine(JsonNode line, String code, byte[] kept) {
        assertThat(line.path("outcome").asText()).as("%s", line).isEqualTo("rejected");
        assertThat(line.path("class").asText()).as("%s", line).isEqualTo("PARSE");
        assertThat(line.path("code").asText()).as("%s", line).isEqualTo(code);
        assertThat(line.path("message").asText()).isNotBlank();
        assertThat(raw(line.path("id").asLong())).isEqualTo(kept);
    }

    /** The bytes of a telegram as they are kept. */
    static byte[] raw(long telegram) {
        var whole = new ByteArrayOutputStream();
        get().tables()
                .queryForList(
                        "select zstd from telegram_raw where telegram_id = ? order by part", byte[].class, telegram)
                .forEach(part -> whole.writeBytes(Zstd.decompress(part, (int) Zstd.getFrameContentSize(part))));
        return whole.toByteArray();
    }

    private static final class Running {

        static final ApplicationProcess APPLICATION = start();

        private static ApplicationProcess start() {
            var application = ApplicationProcess.started("serving", "server.tomcat.connection-timeout=" + PATIENCE);
            application.newHotel(HOTEL, ROOMS);
            return application;
        }
    }
}
