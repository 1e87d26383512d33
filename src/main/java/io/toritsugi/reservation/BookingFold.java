package io.toritsugi.reservation;

import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureClass;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.TelegramKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a booking is the fold of all its readable telegrams in their own order, whatever the order of arrival
 * (domain notes §8.2, §8.3). A pure decision over what is given: it reads and writes nothing; only {@link Placing} takes
 * rooms, and only for the telegram that will stand.
 */
final class BookingFold {

    private static final String STAGE = "persist";
    private static final String REOPENED = "reopened";

    private final List<FoldTelegram> telegrams;
    private final @Nullable HeldReservation held;
    private final Placing placing;

    private final int lastCancellation;
    private final int firstCandidate;
    private final Map<FoldTelegram, Failure> blocked = new HashMap<>();
    private final Map<Long, Verdict> verdicts = new LinkedHashMap<>();
    private @Nullable MappedStay placed;

    /**
     * @param telegrams all telegrams of one booking, in any order
     * @param held what the hotel holds of it; null when nothing
     */
    BookingFold(List<FoldTelegram> telegrams, @Nullable HeldReservation held, Placing placing) {
        this.telegrams = telegrams.stream()
                .sorted(Comparator.comparing(FoldTelegram::head, TelegramHead.ORDER))
                .toList();
        this.held = held;
        this.placing = placing;
        this.lastCancellation = lastCancellation();
        this.firstCandidate = firstCandidate();
    }

    FoldedBooking fold() {
        if (held != null && held.arrived()) {
            return refuseAll(this::arrived);
        }
        if (telegrams.stream().noneMatch(telegram -> telegram.is(TelegramKind.NEW))) {
            return refuseAll(telegram -> invalid(telegram).orElseGet(() -> parked(telegram)));
        }
        int standing = findStanding();
        int effective = standing >= 0 ? standing : lastCancellation;
        decide(standing, effective);
        return new FoldedBooking(state(standing), verdicts);
    }

    // ---- which telegram stands

    /** The newest new or modification that can be placed; -1 when none can. */
    private int findStanding() {
        for (int index = telegrams.size() - 1; index >= firstCandidate && index > lastCancellation; index--) {
            var telegram = telegrams.get(index);
            if (held != null && held.placedBy(telegram.head()) && !held.cancelled()) {
                placed = telegram.mapped();
                return index; // its rooms are taken already
            }
            if (telegram.undecided() || telegram.applied()) {
                var tried = place(index);
                if (tried.failure() == null) {
                    placed = tried.stay();
                    return index;
                }
                blocked.put(telegram, tried.failure());
            }
        }
        return -1;
    }

    private Placing.Placed place(int index) {
        var telegram = telegrams.get(index);
        if (telegram.obstacle() != null) {
            return Placing.Placed.nowhere(telegram.obstacle());
        }
        return telegram.mapped() == null
                ? Placing.Placed.nowhere(parked(telegram))
                : placing.place(telegram, carriedTo(index));
    }

    /** What the rooms of this telegram may keep: its booking holds rooms, and was not cancelled between then and this. */
    private RoomAssignment carriedTo(int index) {
        int holding = holding();
        var stay = telegrams.get(index).mapped();
        if (holding < 0 || holding > index || lastCancellation > holding || stay == null) {
            return RoomAssignment.NONE;
        }
        var since = new ArrayList<MappedStay>();
        for (int later = holding + 1; later < index; later++) {
            var telegram = telegrams.get(later);
            if (telegram.describesStay() && stoodOnce(later)) {
                telegram.placeable().ifPresent(since::add);
            }
        }
        since.add(stay);
        return telegrams
                .get(holding)
                .placeable()
                .map(heldStay -> KeptUpgrades.carry(heldStay, since))
                .orElse(RoomAssignment.NONE);
    }

    /** The telegram by which rooms are held now; -1 when none are. */
    private int holding() {
        if (held != null && !held.cancelled()) {
            for (int index = 0; index < telegrams.size(); index++) {
                if (held.placedBy(telegrams.get(index).head())) {
                    return index;
                }
            }
        }
        return -1;
    }

    private int lastCancellation() {
        for (int index = telegrams.size() - 1; index >= 0; index--) {
            var telegram = telegrams.get(index);
            if (telegram.is(TelegramKind.CANCELLATION) && telegram.obstacle() == null) {
                return index;
            }
        }
        return -1;
    }

    /** After a cancellation only a new-booking telegram opens the booking again; what comes before it cannot stand. */
    private int firstCandidate() {
        if (lastCancellation < 0) {
            return 0;
        }
        for (int index = lastCancellation + 1; index < telegrams.size(); index++) {
            if (telegrams.get(index).is(TelegramKind.NEW)) {
                return index;
            }
        }
        return telegrams.size();
    }

    // ---- what that means for each telegram

    private void decide(int standing, int effective) {
        int lastApplied = lastApplied();
        boolean first = held == null;
        for (int index = 0; index < telegrams.size(); index++) {
            var telegram = telegrams.get(index);
            if (betweenCancellationAndNew(index) && index > effective && (telegram.undecided() || telegram.applied())) {
                verdicts.put(
                        telegram.id(), Verdict.waiting(invalid(telegram).orElseGet(() -> afterCancellation(telegram))));
            } else if (telegram.undecided()) {
                var verdict = verdict(telegram, index, standing, effective, lastApplied, first);
                verdicts.put(telegram.id(), verdict);
                first = first && verdict.outcome() == Outcome.REJECTED;
            }
        }
    }

    private Verdict verdict(
            FoldTelegram telegram, int index, int standing, int effective, int lastApplied, boolean first) {
        if (index > effective) {
            return Verdict.waiting(refusal(telegram));
        }
        boolean takesEffect = index == standing || (index == lastCancellation && standing < 0);
        if (takesEffect) {
            return Verdict.applied(outcomeOf(telegram, first));
        }
        if (index < lastApplied) {
            return telegram.waiting() ? Verdict.closed(refusal(telegram)) : Verdict.closed(stale(telegram));
        }
        boolean stoodForAWhile = telegram.is(TelegramKind.CANCELLATION)
                ? telegram.obstacle() == null
                : telegram.fresh() && telegram.placeable().isPresent() && !betweenCancellationAndNew(index);
        return stoodForAWhile ? Verdict.applied(outcomeOf(telegram, first)) : Verdict.closed(refusal(telegram));
    }

    private static Outcome outcomeOf(FoldTelegram telegram, boolean first) {
        return switch (telegram.head().kind()) {
            case NEW -> first ? Outcome.IMPORTED : Outcome.MODIFIED;
            case MODIFICATION -> Outcome.MODIFIED;
            case CANCELLATION -> Outcome.CANCELLED;
        };
    }

    private boolean betweenCancellationAndNew(int index) {
        return lastCancellation >= 0 && index > lastCancellation && index < firstCandidate;
    }

    private int lastApplied() {
        for (int index = telegrams.size() - 1; index >= 0; index--) {
            if (telegrams.get(index).applied() && !betweenCancellationAndNew(index)) {
                return index;
            }
        }
        return -1;
    }

    private FoldedBooking refuseAll(java.util.function.Function<FoldTelegram, Failure> reason) {
        int lastApplied = lastApplied();
        for (int index = 0; index < telegrams.size(); index++) {
            var telegram = telegrams.get(index);
            if (telegram.undecided()) {
                verdicts.put(
                        telegram.id(),
                        index < lastApplied
                                ? Verdict.closed(stale(telegram))
                                : Verdict.waiting(reason.apply(telegram)));
            }
        }
        return new FoldedBooking(Optional.empty(), verdicts);
    }

    // ---- what the hotel holds

    private Optional<FoldedBooking.State> state(int standing) {
        if (standing >= 0) {
            return Optional.of(new FoldedBooking.State(
                    telegrams.get(standing), true, placed, false, null, flags(standing, placed), revision()));
        }
        if (lastCancellation < 0) {
            return Optional.empty();
        }
        int shown = cancelledStay();
        var cancellation = telegrams.get(lastCancellation).booking();
        Long charge = cancellation == null || cancellation.cancellationCharge() == null
                ? Long.valueOf(0)
                : cancellation.cancellationCharge();
        boolean stood = stoodOnce(shown);
        var rooms = stood ? telegrams.get(shown).mapped() : null;
        return Optional.of(new FoldedBooking.State(
                telegrams.get(shown), stood, rooms, true, charge, flags(shown, rooms), revision()));
    }

    /** Every telegram counts, and every time that the house moved rooms. */
    private int revision() {
        return telegrams.size() + (held == null ? 0 : held.roomChanges());
    }

    /** The stay that was cancelled: the newest that stood, else the newest that could be read, else the first telegram. */
    private int cancelledStay() {
        int readable = -1;
        int any = -1;
        for (int index = lastCancellation - 1; index >= 0; index--) {
            var telegram = telegrams.get(index);
            if (telegram.describesStay()) {
                if (stoodOnce(index)) {
                    return index;
                }
                readable = readable < 0 && telegram.booking() != null ? index : readable;
                any = any < 0 ? index : any;
            }
        }
        if (readable >= 0 || any >= 0) {
            return readable >= 0 ? readable : any;
        }
        return lastCancellation;
    }

    private boolean stoodOnce(int index) {
        var telegram = telegrams.get(index);
        boolean isHeld = held != null && held.placedBy(telegram.head());
        return isHeld
                || ((telegram.fresh() || telegram.stale() || telegram.applied())
                        && telegram.placeable().isPresent()
                        && opened(index));
    }

    /** Whether the booking was there at all: after a cancellation only from the next new-booking telegram on. */
    private boolean opened(int index) {
        int begin = segmentBegin(index);
        return begin == 0
                || telegrams.subList(begin, index + 1).stream().anyMatch(telegram -> telegram.is(TelegramKind.NEW));
    }

    private List<String> flags(int shown, @Nullable MappedStay rooms) {
        var booking = telegrams.get(shown).booking();
        var stay = booking == null ? null : booking.stay();
        if (stay == null) {
            return List.of();
        }
        var flags = new ArrayList<>(stay.flags());
        flags.addAll(changes(shown));
        if (rooms != null) {
            flags.addAll(rooms.roomFlags());
        }
        return flags;
    }

    /** What the step to this telegram did: to the stay before it, or to a booking that was cancelled. */
    private List<String> changes(int shown) {
        int segmentBegin = segmentBegin(shown);
        for (int index = shown - 1; index >= segmentBegin; index--) {
            var earlier = telegrams.get(index);
            if (earlier.describesStay() && stoodOnce(index)) {
                return StayChange.flags(earlier, telegrams.get(shown));
            }
        }
        return segmentBegin > 0 ? List.of(REOPENED) : List.of();
    }

    /** Where the present life of the booking begins: after the cancellation before it, at 0 when there is none. */
    private int segmentBegin(int shown) {
        for (int index = shown - 1; index >= 0; index--) {
            if (telegrams.get(index).is(TelegramKind.CANCELLATION)
                    && telegrams.get(index).obstacle() == null) {
                return index + 1;
            }
        }
        return 0;
    }

    // ---- reasons

    private Failure refusal(FoldTelegram telegram) {
        var reason = blocked.get(telegram);
        if (reason != null) {
            return reason;
        }
        if (telegram.obstacle() != null) {
            return telegram.obstacle();
        }
        return betweenCancellationAndNew(telegrams.indexOf(telegram)) ? afterCancellation(telegram) : stale(telegram);
    }

    private static Optional<Failure> invalid(FoldTelegram telegram) {
        return Optional.ofNullable(telegram.obstacle())
                .filter(obstacle -> obstacle.failureClass() == FailureClass.VALIDATION);
    }

    private Failure arrived(FoldTelegram telegram) {
        return failure(FailureCode.RESERVATION_ARRIVED, telegram);
    }

    private static Failure parked(FoldTelegram telegram) {
        return failure(FailureCode.UNKNOWN_BOOKING, telegram);
    }

    private static Failure afterCancellation(FoldTelegram telegram) {
        return failure(FailureCode.AFTER_CANCELLATION, telegram);
    }

    private static Failure stale(FoldTelegram telegram) {
        return failure(FailureCode.STALE, telegram);
    }

    private static Failure failure(FailureCode code, FoldTelegram telegram) {
        return new Failure(
                code, STAGE, Map.of("bookingNumber", telegram.head().booking().bookingNumber()));
    }
}
