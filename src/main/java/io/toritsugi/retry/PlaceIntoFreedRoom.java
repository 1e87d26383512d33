package io.toritsugi.retry;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelRef;
import io.toritsugi.failure.FailureActions;
import io.toritsugi.failure.OpenFailures;
import io.toritsugi.failure.OpenFailures.OpenFailure;
import io.toritsugi.upgrade.FailedStay;
import io.toritsugi.upgrade.FailedStays;
import io.toritsugi.upgrade.PlaceFailedStay;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Processes a failed booking in the moment in which a cascade has freed its room, before anybody else can take it. */
@Component
class PlaceIntoFreedRoom implements PlaceFailedStay {

    private final AssignRoomType assigning;
    private final ProcessNow processing;
    private final OpenFailures failures;
    private final FailedStays failedStays;
    private final FailureActions actions;

    PlaceIntoFreedRoom(
            AssignRoomType assigning,
            ProcessNow processing,
            OpenFailures failures,
            FailedStays failedStays,
            FailureActions actions) {
        this.assigning = assigning;
        this.processing = processing;
        this.failures = failures;
        this.failedStays = failedStays;
        this.actions = actions;
    }

    @Override
    public void place(Caller caller, HotelRef hotel, long failureId, @Nullable String upgrade, String reason) {
        var failure = failures.hold(failureId, null);
        if (upgrade != null) {
            // All rooms of the type, and not only those that find none: what was booked together stays together.
            var rooms = failedStays.of(hotel.id(), failure.telegramId()).map(FailedStay::roomNumbers);
            assigning.assign(
                    caller, hotel, failureId, new AssignRoomType.Wanted(upgrade, rooms.orElse(null), reason, null));
        } else {
            processAsBooked(caller, hotel, failure, reason);
        }
    }

    private void processAsBooked(Caller caller, HotelRef hotel, OpenFailure failure, String reason) {
        boolean resolved = processing
                .process(failure.telegramId())
                .filter(settled -> settled.failure() == null)
                .isPresent();
        var after = resolved ? "resolved" : failure.state();
        actions.record(
                caller, failure.id(), new FailureActions.Done(hotel.id(), "retry", reason, failure.state(), after));
    }
}
