package io.toritsugi.upgrade;

import io.toritsugi.inventory.TypeFacts;
import io.toritsugi.upgrade.UpgradeSuggestion.Reason;
import java.util.Comparator;
import java.util.List;

/**
 * A type that a guest of another may be given, with all that does not depend on the stay.
 *
 * @param position of the type in the hotel's list
 * @param place of its path in the order of all paths from the requested type
 * @param path codes from the requested type to this one
 * @param standing the rules that bar it whatever the stay; empty when none does
 */
record Candidate(
        int position,
        TypeFacts type,
        int place,
        List<String> path,
        List<Integer> priority,
        int priceDifference,
        List<Reason> standing) {

    /** R1.3. Fewer levels need no comparison of their own: paths of equal priorities have as many. */
    static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::place)
            .thenComparingInt(Candidate::priceDifference)
            .thenComparing(candidate -> candidate.type().code());
}
