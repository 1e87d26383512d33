package io.toritsugi.intake;

import io.toritsugi.conformance.testbuild.Tampering;
import io.toritsugi.reservation.BookingKey;
import io.toritsugi.reservation.StoredTelegram;
import io.toritsugi.reservation.TelegramHead;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.aopalliance.intercept.MethodInvocation;

/** Sabotage: the telegrams of a booking count in the order in which they arrived. */
public final class OrderOfArrival implements Tampering {

    @Override
    @SuppressWarnings("unchecked") // what the method answers
    public Object call(MethodInvocation call) throws Throwable {
        var stored = (Map<BookingKey, List<StoredTelegram>>) call.proceed();
        return stored.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        booking -> booking.getValue().stream()
                                .map(OrderOfArrival::sentWhenItArrived)
                                .toList()));
    }

    private static StoredTelegram sentWhenItArrived(StoredTelegram telegram) {
        var head = telegram.head();
        return new StoredTelegram(
                new TelegramHead(
                        head.id(),
                        head.hotelId(),
                        head.kind(),
                        head.channel(),
                        head.channelKey(),
                        head.dataId(),
                        head.bookingNumber(),
                        LocalDateTime.ofInstant(telegram.receivedAt(), ZoneOffset.UTC)),
                telegram.receivedAt(),
                telegram.standing(),
                telegram.failureCode());
    }
}
