package io.toritsugi.booking;

import io.toritsugi.failure.FailureCode;
import io.toritsugi.telegram.model.RoomRateInformation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What every night of every room costs (domain notes §6.1, §6.2): the room's total, or persons times their rates, by the kind
 * of rate that the telegram names; by the other kind where the named one is empty throughout.
 */
final class NightRates {

    private final RoomGrid grid;
    private final GuestsOfRooms guests;
    private final boolean headerStated;
    private final boolean freeStay;

    /** @param headerTotal a stated total of 0 makes nights without a rate free; without it they are refused */
    NightRates(RoomGrid grid, GuestsOfRooms guests, @Nullable Long headerTotal) {
        this.grid = grid;
        this.guests = guests;
        this.headerStated = headerTotal != null;
        this.freeStay = headerTotal != null && headerTotal == 0;
    }

    /** Whole yen for each room (in the grid's order) and night. */
    List<int[]> amounts(@Nullable String namedKind) {
        var named = "PersonalRate".equalsIgnoreCase(namedKind) ? Kind.PERSONAL : Kind.ROOM;
        var other = named == Kind.ROOM ? Kind.PERSONAL : Kind.ROOM;
        var first = new Priced(named);
        // Any amount at all settles it, so the other kind is looked at only where the named one has none.
        var priced = first.sum > 0 ? first : better(first, new Priced(other));
        if (!priced.missing.isEmpty() && !freeStay) {
            throw Refusal.ofNights(FailureCode.RATES_MISSING, priced.missing, named.elements, null);
        }
        return priced.amounts;
    }

    /** Zeros beside amounts of the other kind are how some senders leave a kind empty, unless the stay is free. */
    private Priced better(Priced named, Priced other) {
        return other.stated && (!named.stated || (other.sum > 0 && !freeStay)) ? other : named;
    }

    private static @Nullable Long roomRate(RoomRateInformation night) {
        return SentNumber.yen("TotalPerRoomRate", night.totalPerRoomRate);
    }

    /** Null when nothing is said that these guests could be charged by. */
    private @Nullable Long personalRate(RoomRateInformation night, RoomGuests guests) {
        if (guests.nobody() && !headerStated) {
            // Nobody times a rate would be free, and no total is there to show that it is not.
            return null;
        }
        var adults = adultsRate(night, guests);
        var perChild = ChildCounts.ratesOf(night);
        var children = guests.children();
        var sum = adults == null ? 0 : adults;
        var stated = adults != null;
        for (int grade = 0; grade < ChildCounts.GRADES.length; grade++) {
            var rate = perChild[grade];
            if (rate != null) {
                sum += children.ofGrade(grade) * rate;
                stated |= guests.adults() == 0;
            }
        }
        return stated ? sum : null;
    }

    private static @Nullable Long adultsRate(RoomRateInformation night, RoomGuests guests) {
        var perPerson = SentNumber.yen("PerPaxRate", night.perPaxRate);
        var perMale = SentNumber.yen("PerPaxMaleRate", night.perPaxMaleRate);
        var perFemale = SentNumber.yen("PerPaxFemaleRate", night.perPaxFemaleRate);
        if (perPerson != null) {
            return guests.adults() * perPerson;
        }
        if (perMale == null && perFemale == null) {
            return null;
        }
        var men = perMale == null ? perFemale : perMale;
        var women = perFemale == null ? perMale : perFemale;
        // Adults whose sex is not said pay as men do: senders fill the male count with everybody.
        var females = Math.min(guests.female(), guests.adults());
        return (guests.adults() - females) * men + females * women;
    }

    private enum Kind {
        ROOM("TotalPerRoomRate"),
        PERSONAL("PerPaxRate");

        private final String elements;

        Kind(String elements) {
            this.elements = elements;
        }
    }

    /** The whole stay priced by one kind of rate. */
    private final class Priced {

        private final Kind kind;
        private final List<int[]> amounts = new ArrayList<>(grid.rooms().size());
        private final TreeSet<String> missing = new TreeSet<>();
        private boolean stated;
        private long sum;

        Priced(Kind kind) {
            this.kind = kind;
            for (int room = 0; room < grid.rooms().size(); room++) {
                price(grid.rooms().get(room), guests.rooms().get(room));
            }
        }

        private void price(RoomNight[] nights, RoomGuests[] guests) {
            var yen = new int[nights.length];
            for (int night = 0; night < nights.length; night++) {
                var rate = nights[night].rate();
                var amount = kind == Kind.ROOM ? roomRate(rate) : personalRate(rate, guests[night]);
                if (amount == null) {
                    missing.add(nights[night].date().toString());
                } else {
                    stated = true;
                    yen[night] = fitting(amount);
                    sum += amount;
                }
            }
            amounts.add(yen);
        }

        private int fitting(long amount) {
            if (amount > SentNumber.MOST_YEN) {
                throw SentNumber.refused(SentNumber.MOST_YEN, kind.elements, amount);
            }
            return (int) amount;
        }
    }
}
