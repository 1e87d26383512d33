package io.toritsugi.bench;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The load's telegrams, for benchmarks that stand in the rooms whose work they measure. */
public final class LoadTelegrams {

    private LoadTelegrams() {}

    /** New bookings as bare documents in UTF-8, the same in every call of a day. */
    public static List<byte[]> newBookings(int count) {
        return new TelegramMix(1, LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")))
                .newBookings(count).stream()
                        .map(booking -> TelegramDocument.of(booking).getBytes(StandardCharsets.UTF_8))
                        .toList();
    }
}
