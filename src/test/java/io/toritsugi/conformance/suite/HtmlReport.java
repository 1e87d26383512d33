package io.toritsugi.conformance.suite;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A report as one HTML page that needs nothing else and fits a telephone. */
final class HtmlReport {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss XXX", Locale.ROOT);

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="ja"><head><meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Toritsugi 適合試験 / Conformance</title>
            <style>
            :root { color-scheme: light dark; --good: #1a7f37; --bad: #c62828; --none: #8a6d00; --line: #8884; }
            body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 60rem; }
            h1 { font-size: 1.4rem; margin: 0 0 .5rem; }
            p { margin: .3rem 0; }
            details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; padding: .5rem .75rem; }
            summary { cursor: pointer; }
            .passed { color: var(--good); font-weight: 600; } .failed { color: var(--bad); font-weight: 600; }
            .not_run { color: var(--none); font-weight: 600; }
            code, .value { font-family: ui-monospace, monospace; font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere; }
            ol { padding-left: 1.5rem; } li { margin: .35rem 0; } .small { opacity: .75; font-size: .85rem; }
            </style></head><body>
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private HtmlReport() {}

    static String of(SuiteReport report) {
        return new HtmlReport().written(report);
    }

    private String written(SuiteReport report) {
        page.append("<h1>Toritsugi 適合試験結果 / Conformance report</h1>\n");
        paragraph(report.target());
        paragraph(TIME.format(report.at()) + " · " + report.took().toSeconds() + " s");
        page.append("<p>");
        for (var verdict : Verdict.values()) {
            page.append(span(
                            verdict,
                            verdict.wording().ja() + " " + verdict.wording().en() + ": " + report.count(verdict)))
                    .append(" &nbsp; ");
        }
        page.append("</p>\n");
        report.results().forEach(this::result);
        return page.append("</body></html>\n").toString();
    }

    private void result(CaseResult result) {
        var played = result.played();
        var verdict = result.verdict();
        page.append(verdict == Verdict.FAILED ? "<details open>" : "<details>")
                .append("<summary>")
                .append(span(verdict, verdict.wording().ja()))
                .append(' ')
                .append(escaped(played.title().ja()))
                .append(" <span class=\"small\">")
                .append(escaped(played.title().en()))
                .append(" · ")
                .append(result.took().toMillis())
                .append(" ms</span></summary>\n");
        page.append("<p class=\"small\"><code>").append(escaped(played.name())).append("</code></p>\n");
        paragraph(played.asked().ja());
        paragraph(played.asked().en());
        if (verdict == Verdict.NOT_RUN) {
            paragraph(played.need().wording().ja() + " / "
                    + played.need().wording().en());
        }
        lines(result.lines());
        page.append("</details>\n");
    }

    private void lines(List<Protocol.Line> lines) {
        page.append("<ol>\n");
        for (var line : lines) {
            page.append("<li>");
            if (line instanceof Protocol.Step step) {
                page.append(escaped(step.what()));
            } else if (line instanceof Protocol.Check check) {
                page.append(span(check.good() ? Verdict.PASSED : Verdict.FAILED, check.good() ? "✓" : "✗"))
                        .append(' ')
                        .append(escaped(check.what()))
                        .append("<br><span class=\"small\">期待 expected</span> <span class=\"value\">")
                        .append(escaped(check.expected()))
                        .append("</span><br><span class=\"small\">結果 found</span> <span class=\"value\">")
                        .append(escaped(check.found()))
                        .append("</span>");
            } else if (line instanceof Protocol.Broken broken) {
                page.append(span(Verdict.FAILED, "✗ 中断 broken off"))
                        .append("<br><span class=\"value\">")
                        .append(escaped(broken.why()))
                        .append("</span>");
            }
            page.append("</li>\n");
        }
        page.append("</ol>\n");
    }

    private void paragraph(String text) {
        page.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private static String span(Verdict verdict, String text) {
        return "<span class=\"" + verdict.name().toLowerCase(Locale.ROOT) + "\">" + escaped(text) + "</span>";
    }

    private static String escaped(String text) {
        return XmlText.escaped(text).replace("\"", "&quot;");
    }
}
