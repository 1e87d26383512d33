package io.toritsugi.intake;

import io.toritsugi.bench.LoadTelegrams;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What keeping the bytes of a telegram costs, on one core. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class CompressingBenchmark {

    private final List<byte[]> telegrams = LoadTelegrams.newBookings(500);
    private int next;

    @Benchmark
    public byte[] compress() {
        next = (next + 1) % telegrams.size();
        return CompressedBytes.compress(telegrams.get(next));
    }
}
