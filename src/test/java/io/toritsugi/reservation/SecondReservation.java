package io.toritsugi.reservation;

import io.toritsugi.conformance.testbuild.Tampering;
import io.toritsugi.telegram.TelegramKind;
import java.util.List;
import java.util.UUID;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/** Sabotage: a modification is written beside the reservation that it means. */
public final class SecondReservation implements Tampering {

    @Override
    @SuppressWarnings("unchecked") // what the method takes
    public @Nullable Object call(MethodInvocation call) throws Throwable {
        var changes = ((List<ReservationChange>) call.getArguments()[0])
                .stream()
                        .map(change -> change.causedBy().kind() == TelegramKind.MODIFICATION ? beside(change) : change)
                        .toList();
        return ((ProxyMethodInvocation) call).invocableClone(changes).proceed();
    }

    private static ReservationChange beside(ReservationChange change) {
        var head = change.standing();
        return new ReservationChange(
                UUID.randomUUID(),
                new TelegramHead(
                        head.id(),
                        head.hotelId(),
                        head.kind(),
                        head.channel(),
                        head.channelKey(),
                        head.dataId(),
                        head.bookingNumber() + "/" + head.id(),
                        head.sentAt()),
                change.cancelled(),
                change.cancellationCharge(),
                change.stay(),
                change.rooms(),
                true,
                change.flags(),
                change.revision(),
                change.causedBy(),
                change.change(),
                change.at());
    }
}
