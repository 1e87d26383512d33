package io.toritsugi.telegram;

import io.toritsugi.bench.LoadTelegrams;
import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.TelegramUnmarshaller;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What reading a telegram of about 8 KB costs, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadingBenchmark {

    private static final String UTF_8 = "UTF-8";

    private final List<byte[]> telegrams = LoadTelegrams.newBookings(500);
    private final SafeXml xml = new SafeXml(ReadingLimits.defaults());
    private final TelegramSkim skim = new TelegramSkim(xml);
    private final TelegramUnmarshaller unmarshaller = new TelegramUnmarshaller();
    private int next;

    /** The five keys, stopping behind them. */
    @Benchmark
    public TelegramKeys skim() {
        return skim.skim(telegram(), UTF_8);
    }

    /** The whole document into its model. */
    @Benchmark
    public AllotmentBookingReport readInFull() throws XMLStreamException {
        var reader = xml.open(telegram(), UTF_8);
        var report = unmarshaller.unmarshal(reader);
        while (reader.hasNext()) {
            reader.next();
        }
        return report;
    }

    /** The search for card fields. */
    @Benchmark
    public int blankCards() {
        byte[] telegram = telegram();
        return new CardBlanker(StandardCharsets.UTF_8).blank(telegram, 0, telegram.length, true);
    }

    private byte[] telegram() {
        next = (next + 1) % telegrams.size();
        return telegrams.get(next);
    }
}
