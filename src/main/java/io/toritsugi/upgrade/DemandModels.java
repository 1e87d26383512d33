package io.toritsugi.upgrade;

import io.toritsugi.database.SqlFile;
import io.toritsugi.upgrade.DemandModel.PickUp;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.TaskExecutor;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demand model of each hotel, made from its reservations: the first time by who asks first, then once a day in the
 * background while yesterday's still answers.
 */
@Component
class DemandModels {

    private static final Logger LOG = LoggerFactory.getLogger(DemandModels.class);
    private static final String PICK_UP = SqlFile.text("upgrade/pick-up");

    private final JdbcClient jdbc;
    private final TaskExecutor background;
    private final Map<Integer, Known> known = new ConcurrentHashMap<>();

    DemandModels(JdbcClient jdbc, @Qualifier("applicationTaskExecutor") TaskExecutor background) {
        this.jdbc = jdbc;
        this.background = background;
    }

    private record Known(DemandModel model, int historyDays, AtomicBoolean renewing) {}

    /**
     * The model of a hotel.
     *
     * @param today the hotel's date, as epoch day
     * @param historyDays of how many past nights
     */
    DemandModel of(int hotelId, int today, int historyDays) {
        var current = known.get(hotelId);
        if (current == null || current.historyDays() != historyDays) {
            return renew(hotelId, today, historyDays);
        }
        if (current.model().today() != today && current.renewing().compareAndSet(false, true)) {
            renewInBackground(hotelId, today, current);
        }
        return current.model();
    }

    /** An estimate of yesterday is no worse by much: nobody waits for a newer one, and no question fails for want of it. */
    private void renewInBackground(int hotelId, int today, Known outdated) {
        try {
            background.execute(() -> {
                try {
                    renew(hotelId, today, outdated.historyDays());
                } catch (DataAccessException failed) {
                    LOG.warn("The demand of hotel {} stays that of an earlier day for now", hotelId, failed);
                } finally {
                    outdated.renewing().set(false);
                }
            });
        } catch (TaskRejectedException busy) {
            LOG.info("Too busy to renew the demand of hotel {}, the next question tries again", hotelId);
            outdated.renewing().set(false);
        }
    }

    private DemandModel renew(int hotelId, int today, int historyDays) {
        var pickUps = jdbc.sql(PICK_UP)
                .param("hotel", hotelId)
                .param("from", LocalDate.ofEpochDay((long) today - historyDays))
                .param("to", LocalDate.ofEpochDay(today))
                .query(PickUp.class)
                .list();
        var model = new DemandModel(today, historyDays, pickUps);
        known.put(hotelId, new Known(model, historyDays, new AtomicBoolean()));
        return model;
    }
}
