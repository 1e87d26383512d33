package io.toritsugi.monitor;

import io.toritsugi.reservation.BatchSettled;
import io.toritsugi.reservation.CacheEffect;
import io.toritsugi.reservation.SettledTelegram;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Says in the log, once it is committed, which telegrams wait as failures; with the ids to look them up by, and no names. */
@Component
class RefusalLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void say(BatchSettled batch) {
        for (var telegram : batch.telegrams()) {
            if (telegram.cache() == CacheEffect.OPEN && telegram.failure() != null) {
                say(telegram);
            }
        }
    }

    private static void say(SettledTelegram telegram) {
        var head = telegram.head();
        var failure = telegram.failure();
        LOG.atInfo()
                .addKeyValue("hotel", head.hotelId())
                .addKeyValue("telegram", head.id())
                .addKeyValue("booking", head.bookingNumber())
                .addKeyValue("code", failure.code().code())
                .log(
                        "Telegram {} of hotel {} (booking {}) waits: {} at step {}",
                        head.id(),
                        head.hotelId(),
                        head.bookingNumber(),
                        failure.code().code(),
                        failure.stage());
    }
}
