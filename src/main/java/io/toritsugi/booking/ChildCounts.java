package io.toritsugi.booking;

import io.toritsugi.telegram.model.BasicInformation;
import io.toritsugi.telegram.model.RoomInformation;
import io.toritsugi.telegram.model.RoomRateInformation;
import org.jspecify.annotations.Nullable;

/**
 * How many children of each grade, in the order of {@link #GRADES}; what a grade includes is set per hotel and OTA (domain
 * notes §4.5). The second sets (…Count2) are grades of their own with rates of their own.
 */
final class ChildCounts {

    static final String[] GRADES = {
        "A70", "A70_2", "B50", "B50_2", "C30", "C30_2", "DNone", "DNone_2", "E", "F", "Other"
    };

    private static final ChildCounts UNSAID = new ChildCounts(new int[GRADES.length], false);

    private final int[] counts;
    private final boolean said;

    private ChildCounts(int[] counts, boolean said) {
        this.counts = counts;
        this.said = said;
    }

    static ChildCounts of(RoomInformation room) {
        return read(
                "RoomChild",
                room.roomChildA70Count,
                room.roomChildA70Count2,
                room.roomChildB50Count,
                room.roomChildB50Count2,
                room.roomChildC30Count,
                room.roomChildC30Count2,
                room.roomChildDNoneCount,
                room.roomChildDNoneCount2,
                room.roomChildECount,
                room.roomChildFCount,
                room.roomChildOtherCount);
    }

    static ChildCounts totalOf(BasicInformation basic) {
        return read(
                "TotalChild",
                basic.totalChildA70Count,
                basic.totalChildA70Count2,
                basic.totalChildB50Count,
                basic.totalChildB50Count2,
                basic.totalChildC30Count,
                basic.totalChildC30Count2,
                basic.totalChildDNoneCount,
                basic.totalChildDNoneCount2,
                basic.totalChildECount,
                basic.totalChildFCount,
                basic.totalChildOtherCount);
    }

    /** Yen for each grade; null where the night says none. A second set without a rate costs what the first does. */
    static @Nullable Long[] ratesOf(RoomRateInformation night) {
        var a = SentNumber.yen("PerChildA70Rate", night.perChildA70Rate);
        var a2 = SentNumber.yen("PerChildA70Rate2", night.perChildA70Rate2);
        var b = SentNumber.yen("PerChildB50Rate", night.perChildB50Rate);
        var b2 = SentNumber.yen("PerChildB50Rate2", night.perChildB50Rate2);
        var c = SentNumber.yen("PerChildC30Rate", night.perChildC30Rate);
        var c2 = SentNumber.yen("PerChildC30Rate2", night.perChildC30Rate2);
        var d = SentNumber.yen("PerChildDRate", SentText.firstOf(night.perChildDRate, night.perChildDNoneRate));
        var e = SentNumber.yen("PerChildERate", night.perChildERate);
        var f = SentNumber.yen("PerChildFRate", night.perChildFRate);
        var other = SentNumber.yen("PerChildOtherRate", night.perChildOtherRate);
        return new Long[] {a, a2 == null ? a : a2, b, b2 == null ? b : b2, c, c2 == null ? c : c2, d, d, e, f, other};
    }

    /** Whether the telegram says anything about children, be it 0. */
    boolean said() {
        return said;
    }

    int ofGrade(int grade) {
        return counts[grade];
    }

    int children() {
        var children = 0;
        for (var count : counts) {
            children += count;
        }
        return children;
    }

    private static ChildCounts read(String prefix, @Nullable String... sent) {
        int[] counts = null;
        for (int grade = 0; grade < sent.length; grade++) {
            var text = sent[grade];
            if (text != null && !text.isBlank()) {
                counts = counts == null ? new int[sent.length] : counts;
                counts[grade] = SentNumber.persons(element(prefix, GRADES[grade]), text);
            }
        }
        return counts == null ? UNSAID : new ChildCounts(counts, true);
    }

    private static String element(String prefix, String grade) {
        return grade.endsWith("_2")
                ? prefix + grade.substring(0, grade.length() - 2) + "Count2"
                : prefix + grade + "Count";
    }
}
