package io.toritsugi.booking;

import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.Member;
import io.toritsugi.telegram.model.OptionRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An option of the stay; its amount, count × rate, comes on top of the nights (domain notes §6.6). */
record BookedOption(
        @Nullable String date,
        @Nullable String code,
        @Nullable String name,
        @Nullable String request,
        long count,
        long rate) {

    /** The options of all three known places, one that stands in two of them taken once. */
    static List<BookedOption> of(AllotmentBookingReport report, @Nullable Member member) {
        var options = new OncePerPlace<BookedOption>(option -> option);
        if (report.optionInformation != null) {
            options.add(read(report.optionInformation.options));
        }
        if (report.basicInformation != null) {
            options.add(read(report.basicInformation.options));
        }
        if (member != null) {
            options.add(read(member.options));
            options.add(read(member.optionList));
        }
        return options.rows();
    }

    static long total(List<BookedOption> options) {
        return options.stream().mapToLong(BookedOption::amount).sum();
    }

    long amount() {
        return count * rate;
    }

    private static List<BookedOption> read(List<OptionRow> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var options = new ArrayList<BookedOption>(rows.size());
        for (var row : rows) {
            addIfAny(options, row);
            row.options.forEach(inner -> addIfAny(options, inner));
        }
        return options;
    }

    private static void addIfAny(List<BookedOption> options, OptionRow row) {
        var name = SentText.firstOf(row.name, row.optionName);
        var code = SentText.of(row.optionCode);
        var count = SentNumber.upTo(SentNumber.MOST_GUESTS, "OptionCount", row.optionCount);
        var rate = SentNumber.yen("OptionRate", row.optionRate);
        if (name == null && code == null && rate == null) {
            return;
        }
        // An option without a count is there once; without a rate it costs nothing.
        options.add(new BookedOption(
                SentText.of(row.optionDate),
                code,
                name,
                SentText.of(row.nameRequest),
                count == null ? 1 : count,
                rate == null ? 0 : rate));
    }
}
