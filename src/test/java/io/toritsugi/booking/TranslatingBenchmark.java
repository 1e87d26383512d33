package io.toritsugi.booking;

import io.toritsugi.bench.LoadTelegrams;
import io.toritsugi.telegram.ReadingLimits;
import io.toritsugi.telegram.SafeXml;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.TelegramUnmarshaller;
import java.util.ArrayList;
import java.util.List;
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

/** What turning a telegram into a booking costs, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class TranslatingBenchmark {

    private final List<byte[]> telegrams = LoadTelegrams.newBookings(500);
    private final List<AllotmentBookingReport> reports = new ArrayList<>();
    private final SafeXml xml = new SafeXml(ReadingLimits.defaults());
    private final TelegramUnmarshaller unmarshaller = new TelegramUnmarshaller();
    private final BookingTranslator translator =
            new BookingTranslator(new ChannelDirectory(new KnownChannels(List.of())));
    private int next;

    @Setup
    public void read() throws XMLStreamException {
        for (var telegram : telegrams) {
            reports.add(unmarshaller.unmarshal(xml.open(telegram, "UTF-8")));
        }
    }

    /** The model into the PMS's form. */
    @Benchmark
    public Booking translate() {
        return translator.translate(reports.get(step()));
    }

    /** The document into the PMS's form. */
    @Benchmark
    public Booking readAndTranslate() throws XMLStreamException {
        return translator.translate(unmarshaller.unmarshal(xml.open(telegrams.get(step()), "UTF-8")));
    }

    private int step() {
        next = (next + 1) % telegrams.size();
        return next;
    }
}
