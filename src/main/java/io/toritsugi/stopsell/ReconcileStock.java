package io.toritsugi.stopsell;

import io.toritsugi.database.SqlFile;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.link.Fate;
import io.toritsugi.link.LincolnStock;
import io.toritsugi.link.RemoteFailedException;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares our stock with TL-Lincoln's, search by search, never within a transaction (domain notes §9: compare daily). It
 * explains and sends nothing.
 */
@Component("reconcileStock")
class ReconcileStock {

    private static final Logger LOG = LoggerFactory.getLogger(ReconcileStock.class);
    private static final String DAILY = SqlFile.text("stopsell/reconcile-daily");
    private static final String FORGET = SqlFile.text("stopsell/forget-reconciliations");

    private final JdbcClient jdbc;
    private final ReconciliationTable table;
    private final OwnStock own;
    private final LincolnStock lincoln;
    private final StopSellSettings settings;
    private final Clock clock;
    private final HotelTasks tasks;

    ReconcileStock(
            JdbcClient jdbc,
            ReconciliationTable table,
            OwnStock own,
            LincolnStock lincoln,
            StopSellSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.own = own;
        this.lincoln = lincoln;
        this.settings = settings;
        this.clock = clock;
        this.tasks = new HotelTasks("reconcile", settings.talks());
    }

    /** Has every linked hotel compared; answers how many that were not under way. */
    public int askForAll() {
        return jdbc.sql(DAILY).param("now", OffsetDateTime.now(clock)).update();
    }

    /** Lets go of comparisons that ended long ago; answers how many. */
    public int forgetOld() {
        return jdbc.sql(FORGET)
                .param("before", OffsetDateTime.now(clock).minus(settings.keepComparisons()))
                .update();
    }

    /** Begins to compare what is due now; answers for how many hotels. */
    public int begin() {
        int begun = 0;
        for (int hotel : table.hotels()) {
            if (tasks.begin(hotel, () -> compareAll(hotel))) {
                begun++;
            }
        }
        return begun;
    }

    private void compareAll(int hotelId) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = table.claim(hotelId).map(this::compare).orElse(false);
        }
    }

    /** Compares the nights of one search; answers whether to go on with the next. */
    private boolean compare(ClaimedNights nights) {
        var first = nights.nextNight();
        var end = nights.endOfSearch(settings.daysPerSearch());
        try {
            var found = lincoln.search(nights.hotelId(), first, end.minusDays(1));
            var result = CompareStock.compare(
                    first,
                    end,
                    own.nights(nights.hotelId(), first, end.minusDays(1)),
                    own.groups(nights.hotelId()),
                    found);
            noteIfLate(nights, table.compared(nights, end, result));
            return true;
        } catch (RemoteFailedException failed) {
            LOG.info("The stock of hotel {} is not compared yet: {}", nights.hotelId(), failed.getMessage());
            noteIfLate(nights, table.failed(nights, failed));
            return false;
        } catch (IllegalArgumentException | IllegalStateException ours) {
            LOG.warn("The stock of hotel {} cannot be compared", nights.hotelId(), ours);
            noteIfLate(nights, table.failed(nights, unexpected()));
            return false;
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        tasks.stop();
    }

    private static void noteIfLate(ClaimedNights nights, boolean written) {
        if (!written) {
            LOG.warn("The comparison {} went on elsewhere; what was found is left out", nights.id());
        }
    }

    private static RemoteFailedException unexpected() {
        return new RemoteFailedException(new Failure(FailureCode.UNEXPECTED, "reconcile", Map.of()), Fate.NOT_SENT);
    }
}
