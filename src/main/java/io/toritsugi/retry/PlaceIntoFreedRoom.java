package io.toritsugi.retry;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.failure.FailureActions;
import io.toritsugi.failure.OpenFailures;
import io.toritsugi.upgrade.PlaceFailedStay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Processes a failed booking in the moment in which a cascade has freed its room, before anybody else can take it. */
@Component
class PlaceIntoFreedRoom implements PlaceFailedStay {

    private final AssignRoomType assigning;
    private final ProcessNow processing;
    private final OpenFailures failures;
    private final FailureActions actions;

    PlaceIntoFreedRoom(
            AssignRoomType assigning, ProcessNow processing, OpenFailures failures, FailureActions actions) {
        this.assigning = assigning;
        this.processing = processing;
        this.failures = failures;
        this.actions = actions;
    }

    @Override
    public void place(Caller caller, HotelRef hotel, long failureId, @Nullable String upgrade, String reason) {
        if (upgrade != null) {
            assigning.assign(caller, hotel, failureId, new AssignRoomType.Wanted(upgrade, null, reason, null));
            return;
        }
        var failure = failures.hold(failureId, null);
        var settled = processing.process(failure.telegramId());
        boolean open = settled.isEmpty() || settled.get().failure() != null;
        actions.record(
                caller,
                failureId,
                new FailureActions.Done(
                        hotel.id(), "retry", reason, failure.state(), open ? failure.state() : "resolved"));
    }
}
