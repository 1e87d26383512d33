package io.toritsugi.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A SOAP answer far larger than the memory of the application ({@code -Xmx512m}), written while it is sent.
 *
 * <p>Long form: {@code -Dtoritsugi.conformance.telegrams=75000} makes it 600 MB (20,000 telegrams of 8 KB, 160 MB, unless
 * said). It must not need more memory.
 */
class LargeAnswerTest {

    private static final Logger LOG = LoggerFactory.getLogger(LargeAnswerTest.class);
    private static final int TELEGRAMS = Integer.getInteger("toritsugi.conformance.telegrams", 20_000);
    private static final int DAYS = 500;
    private static final int ROOMS = 500;
    private static final int SIZE = 8 * 1024;

    /** Of 512: beyond this, collecting would be most of what it does. */
    private static final int MEGABYTES_HELD = 400;

    private static ApplicationProcess application;

    @BeforeAll
    static void start() {
        application = ApplicationProcess.started("large-answer");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void an_answer_larger_than_the_memory_is_imported_while_the_application_stays_ready() {
        application.newHotel("LARGE", ROOMS);
        var idle = application.processorTime();
        var onlooker = application.sender();
        var began = System.nanoTime();
        var posted = CompletableFuture.supplyAsync(() -> application.sender().post("LARGE", answer().publisher()));
        var looks = new ArrayList<Reply>();
        Awaitility.await()
                .atMost(Duration.ofMinutes(30))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> {
                    looks.add(onlooker.get("/actuator/health/readiness").orElseThrow());
                    return posted.isDone();
                });
        var receipt = posted.join();
        var acknowledged = Duration.ofNanos(System.nanoTime() - began);
        application.awaitDecided(Duration.ofMinutes(10));
        var decided = Duration.ofNanos(System.nanoTime() - began);

        LOG.info(
                "{} telegrams: acknowledged after {} ms, decided after {} ms ({} telegrams/s, {} per second of processor"
                        + " time); ready at {} looks, the slowest {} ms; at most {} MB held",
                TELEGRAMS,
                acknowledged.toMillis(),
                decided.toMillis(),
                TELEGRAMS * 1000L / decided.toMillis(),
                TELEGRAMS * 1000L / application.processorTime().minus(idle).toMillis(),
                looks.size(),
                looks.stream()
                        .map(Reply::took)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()
                        .toMillis(),
                new HeapWatch(application).mostHeld());
        assertThat(looks).extracting(Reply::status).containsOnly(200);
        assertThat(receipt.status()).isIn(200, 202);
        assertThat(receipt.lines())
                .extracting(line -> line.path("dataId").asText())
                .containsExactlyElementsOf(IntStream.range(0, TELEGRAMS)
                        .mapToObj(i -> "D" + i + "-1")
                        .toList());
        assertThat(application.sender().receipt("LARGE", receipt.delivery()).lines())
                .hasSize(TELEGRAMS)
                .allSatisfy(line -> assertThat(line.path("outcome").asText()).isEqualTo("imported"));
        assertThat(new HeapWatch(application).mostHeld()).isLessThan(MEGABYTES_HELD);
        assertThat(new Integrity(application.tables()).violations()).isEmpty();
    }

    private static SoapAnswer answer() {
        return SoapAnswer.of(TELEGRAMS, LargeAnswerTest::telegram);
    }

    private static String telegram(int number) {
        var xml = WrittenTelegram.newBooking(Integer.toString(number))
                .arriving(LocalDate.parse("2027-02-01").plusDays(number % DAYS))
                .xml();
        return xml.replace(
                "<OtherServiceInformation/>",
                "<OtherServiceInformation>" + "x".repeat(SIZE - xml.length()) + "</OtherServiceInformation>");
    }
}
