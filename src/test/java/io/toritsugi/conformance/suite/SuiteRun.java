package io.toritsugi.conformance.suite;

import io.toritsugi.conformance.suite.Stage.Theatre;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays cases against one instance. */
public final class SuiteRun {

    private final Theatre theatre;

    /**
     * @param patience how long an outcome, or something that heals by itself, may take
     * @param power null when the instance must not be restarted
     */
    public SuiteRun(Instance instance, Duration patience, @Nullable Power power) {
        this.theatre = new Theatre(instance, patience, Optional.ofNullable(power));
    }

    /** Plays one case to its end, whatever happens in it. */
    public CaseResult play(ConformanceCase played) {
        if (!theatre.offers(played.need())) {
            return CaseResult.notRun(played);
        }
        long began = System.nanoTime();
        var stage = new Stage(theatre);
        try (stage) {
            played.script().play(stage);
            stage.finish();
        } catch (Exception | AssertionError broken) {
            stage.protocol().broken(broken);
        }
        var protocol = stage.protocol();
        return new CaseResult(
                played,
                protocol.good() ? Verdict.PASSED : Verdict.FAILED,
                protocol.lines(),
                Duration.ofNanos(System.nanoTime() - began));
    }
}
