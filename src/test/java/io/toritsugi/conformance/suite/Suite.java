package io.toritsugi.conformance.suite;

import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.ApplicationProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The conformance suite as a program: asks a running instance, or one that it starts itself, prints what it finds, and writes
 * {@code report.html}. Ends with 0 when nothing failed, 1 when a case failed, 2 when it could not begin.
 */
public final class Suite {

    private static final Logger LOG = LoggerFactory.getLogger(Suite.class);
    private static final int FAILED = 1;
    private static final int NOT_BEGUN = 2;

    private final SuiteOptions options;

    private Suite(SuiteOptions options) {
        this.options = options;
    }

    /** Arguments as in {@link SuiteOptions#USAGE}. */
    public static void main(String[] arguments) throws IOException {
        SuiteOptions options;
        try {
            options = SuiteOptions.of(System.getenv(), arguments);
            Catalogue.named(options.only());
        } catch (IllegalArgumentException wrong) {
            LOG.error("{}\n\n{}", wrong.getMessage(), SuiteOptions.USAGE);
            System.exit(NOT_BEGUN);
            return;
        }
        var report = new Suite(options).run();
        System.exit(report.failed() ? FAILED : 0);
    }

    private SuiteReport run() throws IOException {
        var base = options.base();
        if (base != null) {
            return played("the instance at " + base, Instance.at(base, options.adminPassword()), null);
        }
        LOG.info("No --base is given: an instance is started for this run");
        try (var application = ApplicationProcess.started("conformance-of-its-own")) {
            var own = Instance.at(URI.create("http://127.0.0.1:" + application.port()), HttpTest.ADMIN_PASSWORD);
            return played("an instance started for this run", own, Power.of(application));
        }
    }

    private SuiteReport played(String target, Instance instance, @Nullable Power power) throws IOException {
        var run = new SuiteRun(instance, options.patience(), power);
        var cases = options.only().isEmpty() ? Catalogue.all() : Catalogue.named(options.only());
        var results = new ArrayList<CaseResult>();
        for (var played : cases) {
            var result = run.play(played);
            print(result);
            results.add(result);
        }
        var report = new SuiteReport(
                target, OffsetDateTime.now(ZoneId.systemDefault()).withNano(0), results);
        Files.createDirectories(options.report());
        var page = options.report().resolve("report.html");
        Files.writeString(page, HtmlReport.of(report));
        if (options.writeDocs()) {
            ConformancePage.write(report);
        }
        LOG.info("{}; the whole report: {}", report.summary(), page);
        return report;
    }

    private static void print(CaseResult result) {
        var played = result.played();
        LOG.info(
                "{}  {}  {} / {}  ({} ms){}",
                String.format("%-7s", result.verdict().wording().en()),
                String.format("%-24s", played.name()),
                played.title().ja(),
                played.title().en(),
                result.took().toMillis(),
                result.verdict() == Verdict.NOT_RUN
                        ? "  " + played.need().wording().en()
                        : "");
        if (result.verdict() == Verdict.FAILED) {
            LOG.info("{}", result.complaint().indent(9));
        }
    }
}
