package io.toritsugi.reservation;

import io.toritsugi.booking.Booking;
import io.toritsugi.database.TimeOrderedId;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.inventory.HotelVersions;
import io.toritsugi.inventory.NightKey;
import io.toritsugi.mapping.MappingTable;
import io.toritsugi.upgrade.UpgradeAdvisor;
import io.toritsugi.upgrade.UpgradeSuggestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers what a batch decides: in memory, in the order of arrival, before any of it is written. Not thread-safe. */
final class SettlementInProgress {

    private final Map<Integer, HotelVersions> judgedBy;
    private final Map<Integer, MappingTable> mappings;
    private final UpgradeAdvisor advisor;
    private final UpgradePolicies policies;
    private final Instant now;

    private final Map<Long, UpgradeSuggestion> suggestions = new HashMap<>();
    private final Map<Long, Reading.Understood> understood = new HashMap<>();
    private final List<SettledTelegram> settled = new ArrayList<>();
    private final List<ReservationChange> changes = new ArrayList<>();
    private final Map<Integer, SortedSet<NightKey>> released = new HashMap<>();
    private final UpgradesOfBatch upgrades = new UpgradesOfBatch();

    SettlementInProgress(
            Map<Integer, HotelVersions> judgedBy,
            Map<Integer, MappingTable> mappings,
            UpgradeAdvisor advisor,
            UpgradePolicies policies,
            Instant now) {
        this.judgedBy = judgedBy;
        this.mappings = mappings;
        this.advisor = advisor.forBatch();
        this.policies = policies;
        this.now = now;
    }

    List<SettledTelegram> settled() {
        return settled;
    }

    List<ReservationChange> changes() {
        return changes;
    }

    /** What was given back by some booking, by hotel; another booking of the batch may have taken it. */
    Map<Integer, SortedSet<NightKey>> released() {
        return released;
    }

    /** What was decided about rooms of other types than booked. */
    UpgradesOfBatch upgrades() {
        return upgrades;
    }

    /** Settles a telegram that belongs to no booking. */
    void refuse(PreparedTelegram telegram, Failure failure) {
        settled.add(settle(
                telegram.head(), telegram, telegram.trigger(), null, Verdict.waiting(failure), null, null, List.of()));
    }

    /** Joins what a batch brings of one booking with what is stored of it. */
    BookingCase open(
            LaneBatch batch,
            @Nullable HeldReservation held,
            List<PreparedTelegram> fed,
            List<StoredTelegram> stored,
            Map<Long, Reading> readings) {
        suggestions.putAll(batch.suggestions());
        Map<Long, PreparedTelegram> fedById = fed.stream()
                .collect(Collectors.toMap(telegram -> telegram.head().id(), Function.identity()));
        var all = stored.stream()
                .map(telegram -> {
                    var prepared = fedById.get(telegram.head().id());
                    var reading =
                            prepared == null ? readings.get(telegram.head().id()) : prepared.reading();
                    return foldTelegram(
                            telegram,
                            reading,
                            batch.mapped().get(telegram.head().id()),
                            held);
                })
                .filter(telegram ->
                        telegram.obstacle() == null || telegram.obstacle().failureClass() != FailureClass.PARSE)
                .toList();
        return new BookingCase(fed.get(0).head().hotelId(), held, fedById, all);
    }

    private FoldTelegram foldTelegram(
            StoredTelegram stored,
            Reading reading,
            MapRooms.@Nullable Mapped mappedBefore,
            @Nullable HeldReservation held) {
        if (reading instanceof Reading.Refused refused) {
            return new FoldTelegram(stored, null, null, refused.failure());
        }
        var read = (Reading.Understood) reading;
        understood.put(stored.head().id(), read);
        var booked = read.booking().stay();
        if (held != null
                && held.placedBy(stored.head())
                && booked != null
                && booked.rooms().size() == held.booked().size()) {
            // Its rooms are taken: what they were sold as is on record, whatever the mappings have become since.
            return new FoldTelegram(
                    stored, read.booking(), new MappedStay(booked, held.booked(), read.assignment()), null);
        }
        var table = mappings.get(stored.head().hotelId());
        var mapped = mappedBefore != null && mappedBefore.version() == table.version()
                ? mappedBefore
                : MapRooms.map(read, table);
        return new FoldTelegram(stored, read.booking(), mapped.stay(), mapped.failure());
    }

    /** Folds one booking and notes what follows. */
    void decide(BookingCase bookingCase, NightsOfBatch nights) {
        var placing = new PlaceBooking(bookingCase, nights, policies, advisor);
        var folded = new BookingFold(bookingCase.telegrams(), bookingCase.held(), placing).fold();
        folded.state().ifPresent(state -> {
            if (state.cancelled()) {
                nights.replace(bookingCase.heldNights(), Map.of());
            }
            noteRelease(bookingCase, state);
        });
        var reservation = folded.state().flatMap(state -> change(bookingCase, state, folded.verdicts()));
        reservation.ifPresent(changes::add);
        UUID reservationId = reservation
                .map(ReservationChange::id)
                .orElse(bookingCase.held() == null ? null : bookingCase.held().id());
        noteVerdicts(bookingCase, folded, placing, reservationId);
        folded.state()
                .filter(state -> !state.cancelled() && standsAnew(bookingCase, state))
                .ifPresent(state -> placing.triedFor(state.standing().id())
                        .ifPresent(tried -> upgrades.placed(bookingCase, state.standing(), tried, reservationId)));
    }

    /** Whether rooms are written: another telegram stands than before, or it has rooms now and had none. */
    private static boolean standsAnew(BookingCase bookingCase, FoldedBooking.State state) {
        var held = bookingCase.held();
        return held == null || held.standingTelegram() != state.standing().id() || held.placed() != state.placed();
    }

    private void noteVerdicts(
            BookingCase bookingCase, FoldedBooking folded, PlaceBooking placing, @Nullable UUID reservationId) {
        var flags = folded.state().map(FoldedBooking.State::flags).orElse(List.of());
        for (var telegram : bookingCase.telegrams()) {
            var verdict = folded.verdicts().get(telegram.id());
            var fed = bookingCase.fed().get(telegram.id());
            if (verdict != null && (fed != null || changes(telegram, verdict))) {
                boolean stands = folded.state()
                        .filter(state -> state.standing().id() == telegram.id()
                                || (state.cancelled() && verdict.outcome() == Outcome.CANCELLED))
                        .isPresent();
                var lack = placing.triedFor(telegram.id())
                        .filter(tried -> verdict.outcome() == Outcome.REJECTED)
                        .orElse(null);
                if (lack != null && lack.suggestion() != null) {
                    suggestions.put(telegram.id(), lack.suggestion());
                    upgrades.refused(bookingCase, telegram, lack, reservationId);
                }
                settled.add(settle(
                        telegram.head(),
                        fed,
                        fed == null ? triggerOfCompanion(telegram) : fed.trigger(),
                        telegram.booking(),
                        verdict,
                        waitsFor(telegram, verdict, lack),
                        reservationId,
                        stands ? flags : flagsOf(telegram)));
            }
        }
    }

    private @Nullable WaitsFor waitsFor(FoldTelegram telegram, Verdict verdict, @Nullable TriedStay lack) {
        var read = understood.get(telegram.id());
        if (read == null || verdict.failure() == null) {
            return null;
        }
        var nights = lack == null ? List.<WaitsFor.Night>of() : lack.lacking();
        var others = lack == null ? List.<List<WaitsFor.Night>>of() : lack.others();
        return switch (verdict.failure().failureClass()) {
            case ROOM_MAPPING, NO_AVAILABILITY ->
                WaitsFor.of(read, mappings.get(telegram.head().hotelId()), nights, others);
            case PARSE, VALIDATION, DUPLICATE, OUT_OF_ORDER, REMOTE, SYSTEM -> null;
        };
    }

    /** Not decided before, it has had its first attempt here: its own turn, still to come, will find it decided. */
    private static @Nullable Trigger triggerOfCompanion(FoldTelegram telegram) {
        return telegram.stored().standing() == StoredTelegram.Standing.PENDING ? Trigger.INITIAL : null;
    }

    private static List<String> flagsOf(FoldTelegram telegram) {
        var booking = telegram.booking();
        return booking == null || booking.stay() == null
                ? List.of()
                : booking.stay().flags();
    }

    private static boolean changes(FoldTelegram telegram, Verdict verdict) {
        return !(telegram.waiting()
                && verdict.cache() == CacheEffect.OPEN
                && verdict.failure() != null
                && verdict.failure().code() == telegram.stored().failureCode());
    }

    private SettledTelegram settle(
            TelegramHead head,
            @Nullable PreparedTelegram fed,
            @Nullable Trigger trigger,
            @Nullable Booking booking,
            Verdict verdict,
            @Nullable WaitsFor waitsFor,
            @Nullable UUID reservationId,
            List<String> flags) {
        long micros = fed == null ? 0 : TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - fed.begunNanos());
        boolean lacksRoom =
                verdict.failure() != null && verdict.failure().failureClass() == FailureClass.NO_AVAILABILITY;
        return new SettledTelegram(
                head,
                trigger,
                verdict.outcome(),
                verdict.failure(),
                verdict.cache(),
                flags,
                booking,
                lacksRoom ? suggestions.get(head.id()) : null,
                waitsFor,
                reservationId,
                judgedBy.get(head.hotelId()),
                now,
                Math.max(0, micros));
    }

    private Optional<ReservationChange> change(
            BookingCase bookingCase, FoldedBooking.State state, Map<Long, Verdict> verdicts) {
        var held = bookingCase.held();
        boolean standsAnew = standsAnew(bookingCase, state);
        boolean sameStatus = held != null && held.status().equals(state.cancelled() ? "cancelled" : "confirmed");
        boolean sameCharge =
                held != null && java.util.Objects.equals(held.cancellationCharge(), state.cancellationCharge());
        if (!standsAnew && sameStatus && sameCharge && held.revision() == state.revision()) {
            return Optional.empty();
        }
        var booking = state.standing().booking();
        return Optional.of(new ReservationChange(
                held == null ? TimeOrderedId.at(now) : held.id(),
                state.standing().head(),
                state.cancelled(),
                state.cancellationCharge(),
                booking == null ? null : booking.stay(),
                state.rooms(),
                standsAnew,
                state.flags(),
                state.revision(),
                cause(bookingCase),
                outcome(state, held, verdicts),
                now));
    }

    private static TelegramHead cause(BookingCase bookingCase) {
        return bookingCase.fed().values().stream()
                .map(PreparedTelegram::head)
                .max(Comparator.comparingLong(TelegramHead::id))
                .orElseThrow();
    }

    private static Outcome outcome(
            FoldedBooking.State state, @Nullable HeldReservation held, Map<Long, Verdict> verdicts) {
        if (state.cancelled()) {
            return Outcome.CANCELLED;
        }
        var verdict = verdicts.get(state.standing().id());
        return verdict == null ? Outcome.MODIFIED : held == null ? Outcome.IMPORTED : verdict.outcome();
    }

    private void noteRelease(BookingCase bookingCase, FoldedBooking.State state) {
        if (!state.cancelled() && !standsAnew(bookingCase, state)) {
            return;
        }
        Map<NightKey, Integer> wanted = state.cancelled() || state.rooms() == null
                ? Map.of()
                : state.rooms().nights();
        bookingCase.heldNights().forEach((night, rooms) -> {
            if (rooms > wanted.getOrDefault(night, 0)) {
                released.computeIfAbsent(bookingCase.hotelId(), hotel -> new TreeSet<>())
                        .add(night);
            }
        });
    }
}
