package io.toritsugi.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.RetryClaim;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LaneBatchTest {

    private static final RetryClaim LATE = new RetryClaim(1, 4711, 7);
    private static final RetryClaim NEWER = new RetryClaim(1, 4711, 8);

    @Test
    void a_telegram_that_comes_twice_is_worked_on_once() {
        assertThat(new LaneBatch(List.of(telegram(null), telegram(null))).telegrams())
                .hasSize(1);
    }

    @Test
    void of_two_claims_on_one_telegram_the_newer_counts_whichever_came_first() {
        assertThat(new LaneBatch(List.of(telegram(LATE), telegram(NEWER))).claims())
                .containsExactly(NEWER);
        assertThat(new LaneBatch(List.of(telegram(NEWER), telegram(LATE))).claims())
                .containsExactly(NEWER);
        assertThat(new LaneBatch(List.of(telegram(null), telegram(LATE))).claims())
                .containsExactly(LATE);
    }

    private static PreparedTelegram telegram(@Nullable RetryClaim claim) {
        return new PreparedTelegram(
                new TelegramHead(4711, 1, null, null, null, null, null, null),
                Instant.EPOCH,
                Trigger.RETRY,
                0,
                new Reading.Refused(new Failure(FailureCode.UNEXPECTED, "import", Map.of())),
                claim);
    }
}
