package io.toritsugi.inventory;

import io.toritsugi.access.Audit;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes the calendar of a hotel: under its lock, with what was before and after on record, in effect with the commit. All
 * changes of a call or none. Nights that are over stay as they were; beyond the horizon a change waits for its night to come
 * into it.
 */
@Component
class CalendarDesk {

    /** How far ahead anything may be said: the longest horizon that a hotel can have. */
    private static final int FARTHEST_DAYS = 1830;

    private final Overbookings overbookings;
    private final RatesByDate rates;
    private final StopSellMarks stopSells;
    private final RoomTypes types;
    private final Nights nights;
    private final HotelLock lock;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CalendarDesk(
            Overbookings overbookings,
            RatesByDate rates,
            StopSellMarks stopSells,
            RoomTypes types,
            Nights nights,
            HotelLock lock,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.overbookings = overbookings;
        this.rates = rates;
        this.stopSells = stopSells;
        this.types = types;
        this.nights = nights;
        this.lock = lock;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Makes these changes, one after the other.
     *
     * @throws ProblemException {@code request.invalid}, {@code room_type.not_of_hotel}, {@code calendar.past},
     *     {@code calendar.too_far}; with {@code change}, the place of the change in the list, counted from 0
     */
    @Transactional
    void change(HotelRef hotel, List<CalendarChange> changes) {
        lock.hold(hotel.id());
        for (int place = 0; place < changes.size(); place++) {
            try {
                change(hotel, changes.get(place));
            } catch (ProblemException refused) {
                var extras = new HashMap<>(refused.extras());
                extras.put("change", place);
                throw new ProblemException(refused.code(), refused.arguments(), extras);
            }
        }
    }

    private void change(HotelRef hotel, CalendarChange change) {
        check(hotel, change);
        int type = roomType(hotel, change.roomType());
        var from = change.from();
        var to = change.to();
        if (change instanceof CalendarChange.Overbooking wanted) {
            record("calendar.overbooking", hotel, change, () -> overbookings.between(type, from, to), () -> {
                overbookings.set(type, from, to, wanted.rooms());
                nights.follow(hotel.id(), type, from);
                events.publishEvent(new AvailabilityChanged(hotel.id()));
            });
        } else if (change instanceof CalendarChange.Rates wanted) {
            record(
                    "calendar.rates",
                    hotel,
                    change,
                    () -> rates.between(type, from, to),
                    () -> rates.set(type, from, to, wanted.days(), wanted.amount()));
        } else if (change instanceof CalendarChange.StopSells wanted) {
            record(
                    "calendar.stop_sells",
                    hotel,
                    change,
                    () -> stopSells.between(type, from, to),
                    () -> stopSells.mark(type, from, to, wanted.stopped()));
            if (wanted.stopped()) {
                events.publishEvent(new SaleStoppedByHand(hotel.id(), type, change.roomType(), from, to));
            }
        }
    }

    private void record(
            String action,
            HotelRef hotel,
            CalendarChange change,
            Supplier<List<CalendarPeriod>> state,
            Runnable making) {
        var before = state.get();
        making.run();
        var after = state.get();
        if (!after.equals(before)) {
            audit.record(
                    action,
                    hotel.id(),
                    change.roomType(),
                    new Recorded(change.from(), change.to(), before),
                    new Recorded(change.from(), change.to(), after));
        }
    }

    private void check(HotelRef hotel, CalendarChange change) {
        if (!change.to().isAfter(change.from())) {
            throw ProblemException.ofField("to");
        }
        var today = hotel.today(clock);
        if (change.from().isBefore(today)) {
            throw new ProblemException(ProblemCode.CALENDAR_PAST, Map.of("today", today.toString()));
        }
        var farthest = today.plusDays(FARTHEST_DAYS);
        if (change.to().isAfter(farthest)) {
            throw new ProblemException(ProblemCode.CALENDAR_TOO_FAR, Map.of("last", farthest.toString()));
        }
    }

    private int roomType(HotelRef hotel, String code) {
        return types.find(hotel.id(), code)
                .orElseThrow(() -> new ProblemException(ProblemCode.ROOM_TYPE_NOT_OF_HOTEL, Map.of("roomType", code)))
                .id();
    }

    /** As it stands in the audit: what the calendar said between these dates. */
    private record Recorded(LocalDate from, LocalDate to, List<CalendarPeriod> periods) {}
}
