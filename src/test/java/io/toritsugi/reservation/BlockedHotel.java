package io.toritsugi.reservation;

import io.toritsugi.conformance.testbuild.Tampering;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Sabotage: after a telegram that had to be refused nothing of its hotel is written any more. */
public final class BlockedHotel implements Tampering {

    private final Set<Integer> blocked = ConcurrentHashMap.newKeySet();

    @Override
    public @Nullable Object call(MethodInvocation call) throws Throwable {
        var batch = (LaneBatch) call.getArguments()[0];
        batch.telegrams().stream()
                .filter(telegram -> telegram.reading() instanceof Reading.Refused)
                .forEach(telegram -> blocked.add(telegram.head().hotelId()));
        return batch.hotels().stream().anyMatch(blocked::contains) ? null : call.proceed();
    }

    @Override
    public void switchedOff(JdbcTemplate tables) {
        blocked.clear();
    }
}
