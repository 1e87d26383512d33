package io.toritsugi.simulator;

import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the simulator as long as the application runs. A taken port costs the simulator, not the application: then another
 * simulator may well be answering there.
 */
@Component
@ConditionalOnBooleanProperty("toritsugi.simulator.enabled")
class RunningSimulator implements SmartLifecycle {

    /** There before the routes that may poll it, and gone after them. */
    private static final int BEFORE_THE_ROUTES = 0;

    private static final Logger log = LoggerFactory.getLogger(RunningSimulator.class);

    private final SimulatorSettings settings;
    private final Clock clock;
    private volatile @Nullable SimulatorServer server;

    RunningSimulator(SimulatorSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void start() {
        try {
            var started = SimulatorServer.start(settings.options(clock));
            server = started;
            log.info(
                    "TL-Lincoln simulator at {}, {} telegrams a minute; its control API is described in"
                            + " docs/guides/simulator.md",
                    started.baseUri(),
                    settings.rate());
        } catch (IOException e) {
            log.warn(
                    "The TL-Lincoln simulator cannot listen on port {} ({}); set TORITSUGI_SIMULATOR_PORT",
                    settings.port(),
                    e.getMessage());
        }
    }

    /** What runs; null where nothing does. */
    @Nullable
    SimulatorServer server() {
        return server;
    }

    @Override
    public void stop() {
        var running = server;
        if (running != null) {
            running.stop();
            server = null;
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_ROUTES;
    }
}
