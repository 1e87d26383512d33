package io.toritsugi.notify;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.notify.LastingIncidents.Trouble;
import io.toritsugi.stopsell.StockCompared;
import io.toritsugi.stopsell.StockNotCompared;
import io.toritsugi.stopsell.StopSellEscalated;
import io.toritsugi.stopsell.StopSellSettled;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raises an incident where TL-Lincoln cannot be told of a stop-sell, and one where its stock differs from ours or cannot be
 * compared. They end when nothing is left to a person, and when the next comparison finds nothing. Writes in the transaction of
 * what it is told of.
 */
@Component
class StockIncidents {

    private static final String STOP_SELL = "stop-sell";
    private static final String STOCK = "stock";

    private static final String FAILED_LEFT = """
            select exists (select from stop_sell_proposal where hotel_id = :hotel and state = 'failed')
            """;

    private final JdbcClient jdbc;
    private final LastingIncidents incidents;

    StockIncidents(JdbcClient jdbc, LastingIncidents incidents) {
        this.jdbc = jdbc;
        this.incidents = incidents;
    }

    @EventListener
    void note(StopSellEscalated escalated) {
        incidents.raise(
                new Trouble(escalated.hotelId(), STOP_SELL, STOP_SELL, "critical"),
                escalated.failure(),
                escalated.at());
    }

    @EventListener
    void note(StopSellSettled settled) {
        boolean othersLeft = jdbc.sql(FAILED_LEFT)
                .param("hotel", settled.hotelId())
                .query(Boolean.class)
                .single();
        if (!othersLeft) {
            incidents.resolve(settled.hotelId(), STOP_SELL, settled.at());
        }
    }

    @EventListener
    void note(StockCompared compared) {
        if (compared.differences() == 0) {
            incidents.resolve(compared.hotelId(), STOCK, compared.at());
            return;
        }
        var facts = Map.of(
                "count", Integer.toString(compared.differences()),
                "dangerous", Integer.toString(compared.dangerous()));
        incidents.raise(
                new Trouble(compared.hotelId(), STOCK, STOCK, compared.dangerous() > 0 ? "critical" : "info"),
                new Failure(FailureCode.REMOTE_STOCK_DIFFERS, "reconcile", facts),
                compared.at());
    }

    @EventListener
    void note(StockNotCompared failed) {
        incidents.raise(new Trouble(failed.hotelId(), STOCK, STOCK, "warning"), failed.failure(), failed.at());
    }
}
