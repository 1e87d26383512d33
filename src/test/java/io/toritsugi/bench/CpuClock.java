package io.toritsugi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What application and database server have used of the processors. Unlike bookings a second it does not move with what
 * else the machine does. Short-lived server processes are lost to it; zero where the system does not tell.
 */
final class CpuClock {

    private final ProcessHandle application;
    private final ProcessHandle postmaster;

    CpuClock(BenchedApplication benched) throws IOException {
        this.application = ProcessHandle.of(benched.pid()).orElseThrow();
        this.postmaster = ProcessHandle.of(postmaster(benched.data())).orElseThrow();
    }

    /**
     * @param application since its start
     * @param database since the start of the server processes that live
     */
    record Used(Duration application, Duration database) {

        Used since(Used earlier) {
            return new Used(application.minus(earlier.application), database.minus(earlier.database));
        }
    }

    Used now() {
        return new Used(
                used(application), postmaster.descendants().map(CpuClock::used).reduce(Duration.ZERO, Duration::plus));
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static long postmaster(Path data) throws IOException {
        var file = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
        return Long.parseLong(Files.readAllLines(file).get(0).strip());
    }
}
