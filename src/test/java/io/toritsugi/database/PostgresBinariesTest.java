package io.toritsugi.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

    @TempDir
    Path cache;

    @Test
    void two_who_unpack_at_once_end_with_one_copy() throws IOException {
        var bothAreThere = new CyclicBarrier(2);
        Supplier<PostgresBinaries> unpacking = () -> {
            awaitBoth(bothAreThere);
            return PostgresBinaries.unpackedInto(cache);
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            var one = CompletableFuture.supplyAsync(unpacking, threads);
            var other = CompletableFuture.supplyAsync(unpacking, threads);

            assertThat(one.join().home()).isEqualTo(other.join().home());
            assertThat(one.join().program("postgres")).isExecutable();
            try (var left = Files.list(cache)) {
                assertThat(left).containsExactly(one.join().home());
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void awaitBoth(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException alone) {
            throw new IllegalStateException(alone);
        }
    }
}
