package io.toritsugi.stopsell;

import com.fasterxml.jackson.annotation.JsonValue;
import io.toritsugi.link.StockTarget.Sale;
import java.util.Locale;

/** What a proposal wants done with the sale. */
enum StopSellAction {
    STOP(Sale.STOP),
    SELL(Sale.SELL);

    private final Sale sale;

    StopSellAction(Sale sale) {
        this.sale = sale;
    }

    Sale sale() {
        return sale;
    }

    /** The spelling of the API and of the database. */
    @JsonValue
    String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StopSellAction of(String spelling) {
        return valueOf(spelling.toUpperCase(Locale.ROOT));
    }
}
