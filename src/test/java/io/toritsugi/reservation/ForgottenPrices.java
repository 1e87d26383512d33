package io.toritsugi.reservation;

import io.toritsugi.booking.BookedRoom;
import io.toritsugi.booking.BookedStay;
import io.toritsugi.conformance.testbuild.Tampering;
import java.util.Collections;
import java.util.List;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/** Sabotage: every night of a room has the price of its first. */
public final class ForgottenPrices implements Tampering {

    @Override
    @SuppressWarnings("unchecked") // what the method takes
    public @Nullable Object call(MethodInvocation call) throws Throwable {
        var changes = ((List<ReservationChange>) call.getArguments()[0])
                .stream().map(ForgottenPrices::flattened).toList();
        return ((ProxyMethodInvocation) call).invocableClone(changes).proceed();
    }

    private static ReservationChange flattened(ReservationChange change) {
        var mapped = change.rooms();
        return new ReservationChange(
                change.id(),
                change.standing(),
                change.cancelled(),
                change.cancellationCharge(),
                change.stay(),
                mapped == null ? null : new MappedStay(flattened(mapped.stay()), mapped.types()),
                change.roomsChanged(),
                change.flags(),
                change.revision(),
                change.causedBy(),
                change.change(),
                change.at());
    }

    private static BookedStay flattened(BookedStay stay) {
        return new BookedStay(
                stay.checkIn(),
                stay.checkOut(),
                stay.guest(),
                stay.rooms().stream().map(ForgottenPrices::flattened).toList(),
                stay.roomTotal(),
                stay.optionsTotal(),
                stay.headerTotal(),
                stay.discountTotal(),
                stay.settlement(),
                stay.dueOnSite(),
                stay.planCode(),
                stay.planName(),
                stay.requests(),
                stay.flags(),
                stay.details());
    }

    private static BookedRoom flattened(BookedRoom room) {
        return new BookedRoom(
                room.code(),
                room.name(),
                room.groupCode(),
                room.adults(),
                room.children(),
                room.firstNight(),
                Collections.nCopies(room.amounts().size(), room.amounts().get(0)));
    }
}
