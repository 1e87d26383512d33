package io.toritsugi.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.toritsugi.booking.Booking;
import io.toritsugi.booking.BookingTranslator;
import io.toritsugi.booking.ChannelDirectory;
import io.toritsugi.booking.KnownChannels;
import io.toritsugi.telegram.TelegramKind;
import io.toritsugi.telegram.model.TelegramUnmarshaller;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookingGeneratorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-10T00:00:00Z"), ZoneOffset.UTC);

    private final BookingTranslator translator = new BookingTranslator(new ChannelDirectory(new KnownChannels(null)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 1_800_000_000L})
    void every_telegram_is_translated_by_the_product(long seed) {
        var bookings = telegrams(seed, 500).stream().map(this::translated).toList();

        assertThat(bookings)
                .hasSize(500)
                .allSatisfy(booking -> assertThat(booking.channel().name()).isNotEqualTo("other"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 77})
    void every_history_is_valid(long seed) {
        var last = new HashMap<String, GeneratedTelegram>();
        var dataIds = new HashSet<String>();

        for (var telegram : telegrams(seed, 2000)) {
            var before = last.put(telegram.bookingNumber(), telegram);
            assertThat(dataIds.add(telegram.dataId())).isTrue();
            if (before == null) {
                assertThat(telegram.classification()).isEqualTo("NewBookReport");
            } else {
                assertThat(telegram.classification()).isNotEqualTo("NewBookReport");
                assertThat(before.classification()).isNotEqualTo("CancellationReport");
                assertThat(telegram.sentAt()).isAfter(before.sentAt());
            }
        }
    }

    @Test
    void kinds_channels_and_stays_have_the_proportions_that_were_seen() {
        var bookings = telegrams(5, 4000).stream().map(this::translated).toList();

        assertThat(share(bookings, booking -> booking.kind() == TelegramKind.NEW))
                .isCloseTo(0.67, within(0.04));
        assertThat(share(bookings, booking -> booking.kind() == TelegramKind.CANCELLATION))
                .isCloseTo(0.26, within(0.04));
        assertThat(share(bookings, booking -> booking.channel().name().equals("booking")))
                .isCloseTo(0.49, within(0.04));
        assertThat(bookings.stream().map(booking -> booking.channel().name()).collect(Collectors.toSet()))
                .contains("jalan", "rakuten", "agoda", "expedia", "ikyu", "jtb", "ana");
    }

    @Test
    void the_quirks_of_the_otas_are_there() {
        var all = telegrams(7, 3000).stream().map(GeneratedTelegram::xml).toList();

        for (var quirk : List.of(
                "【精算不要】",
                "_!</",
                "<PerRoomPaxCount>0</",
                "ZO? ",
                "<RoomTypeCode>9999</",
                "<Nights>19</",
                "<OptionList>",
                "<PointsDiscountList>",
                "<CheckOutDate/>",
                "ﾐﾎﾝ ")) {
            assertThat(all.stream().anyMatch(xml -> xml.contains(quirk)))
                    .as(quirk)
                    .isTrue();
        }
    }

    @Test
    void the_same_seed_and_clock_make_the_same_telegrams_and_another_seed_shares_no_booking() {
        assertThat(telegrams(9, 100)).isEqualTo(telegrams(9, 100));
        var other = telegrams(10, 100).stream()
                .map(GeneratedTelegram::bookingNumber)
                .toList();
        assertThat(telegrams(9, 100))
                .extracting(GeneratedTelegram::bookingNumber)
                .doesNotContainAnyElementsOf(other);
    }

    @Test
    void times_are_japanese() {
        assertThat(telegrams(1, 1).get(0).sentAt()).isEqualTo(LocalDateTime.parse("2027-01-10T09:00:00"));
    }

    private static double share(List<Booking> bookings, Predicate<Booking> those) {
        return (double) bookings.stream().filter(those).count() / bookings.size();
    }

    private static List<GeneratedTelegram> telegrams(long seed, int count) {
        var generator = new BookingGenerator(seed, CLOCK);
        return Stream.generate(generator::next).limit(count).toList();
    }

    private Booking translated(GeneratedTelegram telegram) {
        try {
            var factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            var bytes = telegram.xml().getBytes(StandardCharsets.UTF_8);
            var booking = translator.translate(new TelegramUnmarshaller()
                    .unmarshal(factory.createXMLStreamReader(new ByteArrayInputStream(bytes))));
            assertThat(booking.bookingNumber()).isEqualTo(telegram.bookingNumber());
            return booking;
        } catch (XMLStreamException e) {
            throw new AssertionError(telegram.xml(), e);
        }
    }
}
