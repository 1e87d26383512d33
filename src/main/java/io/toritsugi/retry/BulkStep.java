package io.toritsugi.retry;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one step of a bulk operation is about.
 *
 * @param caller who asked for it
 * @param accepted what somebody said to go on with, as {@link Result#again} names it
 */
record BulkStep(
        UUID operation,
        long fence,
        String action,
        @Nullable String roomType,
        @Nullable Instant until,
        @Nullable String reason,
        int wave,
        int worked,
        List<String> accepted,
        Caller caller) {

    private static final int FIRST_WAVE = 1;
    private static final int SECOND_WAVE = 10;
    private static final int CHUNK = 100;

    /** How many items may be worked on before the wave has to be looked at. */
    int room() {
        return switch (wave) {
            case 1 -> FIRST_WAVE - worked;
            case 2 -> FIRST_WAVE + SECOND_WAVE - worked;
            default -> CHUNK;
        };
    }

    /** The wave after this many items were worked on. */
    static int waveAfter(int worked) {
        return worked < FIRST_WAVE ? 1 : worked < FIRST_WAVE + SECOND_WAVE ? 2 : 3;
    }

    /** One failure of the frozen set; {@code fingerprint} is that of the moment when it was frozen. */
    record Item(int position, long failureId, long telegramId, String fingerprint, HotelRef hotel) {}

    /**
     * What became of an item.
     *
     * @param state {@code done}, {@code failed} or {@code skipped}
     * @param result how the failure stands now; null when nothing was done
     * @param reason the code that says why it failed or was skipped; null when it was done
     * @param again names the failure that came again; null unless one did
     */
    record Result(
            Item item,
            String state,
            @Nullable String result,
            @Nullable String reason,
            @Nullable String again) {

        static Result done(Item item, String result) {
            return new Result(item, "done", result, null, null);
        }

        static Result skipped(Item item, String reason) {
            return new Result(item, "skipped", null, reason, null);
        }

        static Result failed(Item item, String reason, @Nullable String again) {
            return new Result(item, "failed", "open", reason, again);
        }
    }
}
