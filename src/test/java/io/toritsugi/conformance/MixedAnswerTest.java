package io.toritsugi.conformance;

import static io.toritsugi.conformance.ServingApplication.HOTEL;
import static io.toritsugi.conformance.ServingApplication.assertServing;
import static io.toritsugi.conformance.ServingApplication.goodTelegram;
import static io.toritsugi.conformance.ServingApplication.sender;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One bad booking never holds up another (R2.2). */
class MixedAnswerTest {

    @Test
    void fifty_good_bookings_and_three_bad_ones_are_fifty_reservations_and_three_classed_failures() {
        var telegrams = new ArrayList<>(
                IntStream.range(0, 50).mapToObj(i -> goodTelegram().xml()).toList());
        var unreadable = goodTelegram().xml().replace("</BasicInformation>", "</Basic>");
        var contradicting = goodTelegram().xml().replaceAll("<CheckOutDate>[^<]*", "<CheckOutDate>2020-01-01");
        var unmapped = goodTelegram().inRoom(BookingJournal.UNMAPPED).xml();
        telegrams.add(10, unreadable);
        telegrams.add(25, contradicting);
        telegrams.add(40, unmapped);

        var reply = sender().post(HOTEL, SoapAnswer.of(telegrams).bytes());

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        var lines = reply.lines();
        assertThat(lines).hasSize(53);
        assertThat(lines.get(10).path("class").asText()).isEqualTo("PARSE");
        assertThat(lines.get(25).path("class").asText()).isEqualTo("VALIDATION");
        assertThat(lines.get(25).path("code").asText()).isEqualTo("validation.check_out_not_after_check_in");
        assertThat(lines.get(40).path("class").asText()).isEqualTo("ROOM_MAPPING");
        for (int place = 0; place < lines.size(); place++) {
            if (place != 10 && place != 25 && place != 40) {
                assertThat(lines.get(place).path("outcome").asText())
                        .as("%s", lines.get(place))
                        .isEqualTo("imported");
                assertThat(lines.get(place).path("reservation").asText()).isNotBlank();
            }
        }
        assertThat(ServingApplication.get().tables().queryForList("""
                                select f.failure_class
                                from import_failure f
                                         join telegram t on t.id = f.telegram_id
                                where t.delivery_id = ?::uuid
                                  and f.state in ('waiting', 'retrying', 'escalated')
                                """, String.class, reply.delivery()))
                .containsExactlyInAnyOrder("PARSE", "VALIDATION", "ROOM_MAPPING");
        assertThat(new Integrity(ServingApplication.get().tables()).violations())
                .isEmpty();
        assertServing();
    }

    @Test
    void a_hundred_bad_bookings_among_good_ones_of_a_single_batch_fail_alone() {
        var telegrams = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            telegrams.add(goodTelegram().xml());
            // Larger than any column of a rate: refused where it is read, or where it is written.
            telegrams.add(goodTelegram().xml().replace(">12000<", ">" + "9".repeat(5 + i % 20) + "<"));
        }

        var reply = sender().post(HOTEL, SoapAnswer.of(telegrams).bytes());

        assertThat(reply.status()).as("%s", reply).isEqualTo(200);
        for (int place = 0; place < telegrams.size(); place += 2) {
            assertThat(reply.lines().get(place).path("outcome").asText()).isEqualTo("imported");
        }
        assertThat(reply.lines())
                .extracting(line -> line.path("class").asText())
                .doesNotContain("SYSTEM");
        assertThat(new Integrity(ServingApplication.get().tables()).violations())
                .isEmpty();
        assertServing();
    }
}
