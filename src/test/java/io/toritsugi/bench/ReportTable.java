package io.toritsugi.bench;

/** Text with tables, as docs/performance.md takes it over. */
final class ReportTable {

    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append('\n');
    }

    void heading(String... cells) {
        text.append('\n');
        row(cells);
        text.append('|').append(" --- |".repeat(cells.length)).append('\n');
    }

    void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    String text() {
        return text.toString();
    }
}
