package io.toritsugi.conformance.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code docs/conformance.md}: its words are written by people, what stands between its marks by the suite. A part is begun by
 * {@code <!-- name -->} and ended by {@code <!-- /name -->}.
 */
public final class ConformancePage {

    public static final Path FILE = Path.of("docs", "conformance.md");

    /** The part with the cases and the last run. */
    static final String CASES = "cases";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm XXX", Locale.ROOT);

    private ConformancePage() {}

    /** Puts the cases and how they ended into the page. */
    static void write(SuiteReport report) throws IOException {
        replace(CASES, cases(report));
    }

    /** Replaces a part. */
    public static void replace(String part, String text) throws IOException {
        replace(FILE, part, text);
    }

    /** Replaces a part of any page that is made so. */
    public static void replace(Path page, String part, String text) throws IOException {
        var matcher = pattern(part).matcher(Files.readString(page));
        if (!matcher.find()) {
            throw new IOException(page + " has no part " + part);
        }
        var whole = new StringBuilder(Files.readString(page));
        whole.replace(matcher.start(1), matcher.end(1), "\n" + text.strip() + "\n");
        Files.writeString(page, whole);
    }

    /** What stands in a part now. */
    public static String part(String part) throws IOException {
        var matcher = pattern(part).matcher(Files.readString(FILE));
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The names in the first column of the table in a part. */
    public static List<String> firstColumn(String part) throws IOException {
        return part(part)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .toList();
    }

    private static String cases(SuiteReport report) {
        return "Last run: " + DAY.format(report.at()) + ", " + report.target() + ": **" + report.summary() + "**, "
                + report.took().toSeconds() + " s.\n\n"
                + "| case | 試験項目 | what is asked | result |\n|---|---|---|---|\n"
                + report.results().stream().map(ConformancePage::row).collect(Collectors.joining("\n"));
    }

    private static String row(CaseResult result) {
        var played = result.played();
        var verdict = result.verdict().wording().en()
                + (result.verdict() == Verdict.NOT_RUN
                        ? ": " + played.need().wording().en()
                        : ", " + result.took().toMillis() + " ms");
        return "| `" + played.name() + "` | " + played.title().ja() + " "
                + played.title().en() + " | " + played.asked().en() + " | " + verdict + " |";
    }

    private static Pattern pattern(String part) {
        return Pattern.compile("<!-- " + part + " -->(.*)<!-- /" + part + " -->", Pattern.DOTALL);
    }
}
