package io.toritsugi.routing;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The routes of this node: shown, stopped and started. */
@Component
class RunningRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(RunningRoutes.class);

    private final CamelContext camel;
    private final RouteFiles files;

    RunningRoutes(CamelContext camel, RouteFiles files) {
        this.camel = camel;
        this.files = files;
    }

    /** Every route by its id, then the files that cannot be loaded. */
    List<RouteInForce> list() {
        var errors = files.states();
        var routes = camel.getRoutes().stream()
                .map(route -> shown(route, errors))
                .sorted(Comparator.comparing(route -> String.valueOf(route.id())));
        var broken = errors.entrySet().stream()
                .filter(file -> file.getValue().isPresent())
                .sorted(Map.Entry.comparingByKey())
                .map(file -> new RouteInForce(
                        null, "broken", file.getKey(), file.getValue().get(), null));
        return Stream.concat(routes, broken).toList();
    }

    /**
     * One route.
     *
     * @throws ProblemException {@code route.unknown}
     */
    RouteInForce show(String id) {
        var route = camel.getRoute(id);
        if (route == null) {
            throw new ProblemException(ProblemCode.ROUTE_UNKNOWN, Map.of("route", id));
        }
        return shown(route, files.states());
    }

    /** Starts a route; one that runs goes on running. */
    void start(String id) {
        change(id, () -> camel.getRouteController().startRoute(id));
    }

    /** Stops a route when what is in it has been worked off; one that stands goes on standing. */
    void stop(String id) {
        change(id, () -> camel.getRouteController().stopRoute(id));
    }

    private static void change(String id, Step step) {
        try {
            step.run();
        } catch (Exception refused) {
            LOG.warn("The route {} cannot be switched", id, refused);
            throw new ProblemException(
                    ProblemCode.ROUTE_REFUSED, Map.of("route", id, "reason", String.valueOf(refused.getMessage())));
        }
    }

    private RouteInForce shown(Route route, Map<String, Optional<String>> errors) {
        var file = files.fileOf(route.getRouteId()).orElse(null);
        return new RouteInForce(
                route.getRouteId(),
                camel.getRouteController()
                        .getRouteStatus(route.getRouteId())
                        .name()
                        .toLowerCase(Locale.ROOT),
                file,
                file == null
                        ? null
                        : errors.getOrDefault(file, Optional.empty()).orElse(null),
                route.getDescription());
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
