package io.toritsugi.reservation;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * The end of a lane: writes a batch, and when the batch cannot be written, finds the telegram that is to blame. Nothing that
 * is handed over here is ever dropped: what could not be written stays pending in the telegram table and is found again.
 */
@Component("lane")
public class Lane {

    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final SettleBatch settleBatch;

    Lane(SettleBatch settleBatch) {
        this.settleBatch = settleBatch;
    }

    /** Opens a batch from what the lane collected. */
    public LaneBatch open(@Body List<PreparedTelegram> telegrams) {
        return new LaneBatch(telegrams);
    }

    /**
     * Writes a batch.
     *
     * @throws TransientDataAccessException and its like, when the database cannot be reached or lost a race: worth trying
     *     again as it is
     */
    public void persist(@Body LaneBatch batch) {
        try {
            settleBatch.settle(batch);
        } catch (TransientDataAccessException
                | RecoverableDataAccessException
                | DataAccessResourceFailureException
                | CannotCreateTransactionException
                | TransactionSystemException unreachable) {
            throw unreachable;
        } catch (RuntimeException broken) {
            if (lostTheLastRoom(broken)) {
                throw new ConcurrencyFailureException("A night was taken by somebody outside the lanes", broken);
            }
            bisect(batch, broken);
        }
    }

    private void bisect(LaneBatch batch, RuntimeException broken) {
        var telegrams = batch.telegrams();
        if (telegrams.size() == 1) {
            settleAsBroken(telegrams.get(0), broken);
            return;
        }
        LOG.info("A batch of {} telegrams cannot be written, halving it: {}", telegrams.size(), broken.getMessage());
        int middle = telegrams.size() / 2;
        persist(batch.part(telegrams.subList(0, middle)));
        persist(batch.part(telegrams.subList(middle, telegrams.size())));
    }

    private void settleAsBroken(PreparedTelegram telegram, RuntimeException broken) {
        var head = telegram.head();
        LOG.error(
                "Telegram {} of hotel {} (booking {}) cannot be written",
                head.id(),
                head.hotelId(),
                head.bookingNumber(),
                broken);
        var failure = new Failure(
                FailureCode.UNEXPECTED,
                "persist",
                Map.of("reason", broken.getClass().getSimpleName()));
        settleBatch.settle(new LaneBatch(List.of(telegram.with(new Reading.Refused(failure)))));
    }

    private static boolean lostTheLastRoom(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException sql && "TG001".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
