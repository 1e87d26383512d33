package io.toritsugi.stopsell;

import io.toritsugi.access.Audit;
import io.toritsugi.inventory.SaleStoppedByHand;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A night that a stop-sell closed bears the same mark in the calendar as one that a person closed. Where a person sets it once
 * more, he wants the night closed whatever rooms come free.
 */
@Component
class KeepClosedByHand {

    private final StoppedNights nights;
    private final Audit audit;

    KeepClosedByHand(StoppedNights nights, Audit audit) {
        this.nights = nights;
        this.audit = audit;
    }

    @EventListener
    void keep(SaleStoppedByHand stopped) {
        int kept = nights.keepClosed(stopped.roomTypeId(), stopped.from(), stopped.to());
        if (kept > 0) {
            audit.record(
                    "stop_sell.kept_closed",
                    stopped.hotelId(),
                    stopped.roomType(),
                    null,
                    new Kept(stopped.from(), stopped.to(), kept));
        }
    }

    /** As it stands in the audit: how many nights between these dates are not sold again by themselves any more. */
    private record Kept(LocalDate from, LocalDate to, int nights) {}
}
