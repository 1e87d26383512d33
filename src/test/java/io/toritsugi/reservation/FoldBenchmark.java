package io.toritsugi.reservation;

import io.toritsugi.bench.LoadTelegrams;
import io.toritsugi.booking.Booking;
import io.toritsugi.booking.BookingTranslator;
import io.toritsugi.booking.ChannelDirectory;
import io.toritsugi.booking.KnownChannels;
import io.toritsugi.inventory.RoomTypeRef;
import io.toritsugi.telegram.ReadingLimits;
import io.toritsugi.telegram.SafeXml;
import io.toritsugi.telegram.model.TelegramUnmarshaller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What deciding one new booking costs when rooms are free, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class FoldBenchmark {

    private final List<List<FoldTelegram>> bookings = new ArrayList<>();
    private int next;

    @Setup
    public void read() throws XMLStreamException {
        var xml = new SafeXml(ReadingLimits.defaults());
        var unmarshaller = new TelegramUnmarshaller();
        var translator = new BookingTranslator(new ChannelDirectory(new KnownChannels(List.of())));
        for (var telegram : LoadTelegrams.newBookings(500)) {
            bookings.add(List.of(stored(
                    bookings.size(), translator.translate(unmarshaller.unmarshal(xml.open(telegram, "UTF-8"))))));
        }
    }

    @Benchmark
    public FoldedBooking fold() {
        next = (next + 1) % bookings.size();
        return new BookingFold(
                        bookings.get(next),
                        null,
                        (telegram, carried) -> Placing.Placed.in(Objects.requireNonNull(telegram.mapped())))
                .fold();
    }

    private static FoldTelegram stored(long id, Booking booking) {
        var head = new TelegramHead(
                id,
                1,
                booking.kind(),
                booking.channel().name(),
                booking.channel().key(),
                booking.dataId(),
                booking.bookingNumber(),
                booking.sentAt());
        var stay = Objects.requireNonNull(booking.stay());
        var types = Collections.nCopies(stay.rooms().size(), new RoomTypeRef(1, "TWN"));
        return new FoldTelegram(
                new StoredTelegram(head, Instant.EPOCH, StoredTelegram.Standing.PENDING, null),
                booking,
                new MappedStay(stay, types),
                null);
    }
}
