package io.toritsugi.reservation;

import io.toritsugi.upgrade.UpgradeDecision;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what a batch decides about rooms of other types than booked, before it is written. Not thread-safe. */
final class UpgradesOfBatch {

    private final List<RoomDecision> roomDecisions = new ArrayList<>();
    private final List<UpgradeDecision> upgradeDecisions = new ArrayList<>();

    /** Rooms that keep another type, or got one: to be kept beside their telegrams. */
    List<RoomDecision> roomDecisions() {
        return roomDecisions;
    }

    /** Why rooms got another type than was booked, or none. */
    List<UpgradeDecision> upgradeDecisions() {
        return upgradeDecisions;
    }

    /** A telegram whose stay was placed by this batch; what stands beside it already is not written again. */
    void placed(BookingCase bookingCase, FoldTelegram telegram, TriedStay tried, @Nullable UUID reservationId) {
        var own = telegram.placeable().map(MappedStay::assignment).orElse(RoomAssignment.NONE);
        if (!tried.stay().assignment().equals(own)) {
            roomDecisions.add(new RoomDecision(
                    telegram.id(),
                    tried.stay().assignment(),
                    UpgradeRecord.decidedBy(tried),
                    UpgradeRecord.reason(tried)));
        }
        upgradeDecisions.addAll(UpgradeRecord.placed(about(bookingCase, telegram, reservationId), tried));
    }

    /** A telegram that found no rooms. */
    void refused(BookingCase bookingCase, FoldTelegram telegram, TriedStay tried, @Nullable UUID reservationId) {
        upgradeDecisions.add(UpgradeRecord.refused(about(bookingCase, telegram, reservationId), tried));
    }

    private static UpgradeRecord.About about(
            BookingCase bookingCase, FoldTelegram telegram, @Nullable UUID reservationId) {
        return new UpgradeRecord.About(bookingCase.hotelId(), bookingCase.channel(), telegram.id(), reservationId);
    }
}
