package io.toritsugi.routing;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The integration routes of the node that answers. */
@Tag(name = "Routes")
@RestController
@RequestMapping("/api/v1/routes")
class RoutesController {

    private final RunningRoutes routes;
    private final Audit audit;

    RoutesController(RunningRoutes routes, Audit audit) {
        this.routes = routes;
        this.audit = audit;
    }

    @Operation(
            summary = "The routes of this node, by id",
            description =
                    "Each with its state and the file that it stands in; behind them the files that cannot be loaded, with "
                            + "the error. In one page.")
    @GetMapping
    Page<RouteInForce> list() {
        return Page.whole(routes.list());
    }

    @Operation(
            summary = "Start a route",
            description = "Needs ADMIN for all hotels. On this node, until it is started anew.")
    @PostMapping("/{id}/start")
    RouteInForce start(@PathVariable String id) {
        requireAdministrator();
        var before = routes.show(id);
        audit.record("route.started", null, "route/" + id, state(before), Map.of("state", "started"));
        routes.start(id);
        return routes.show(id);
    }

    @Operation(
            summary = "Stop a route",
            description =
                    "Needs ADMIN for all hotels. What is in the route is worked off first. On this node, until it is "
                            + "started anew; telegrams that come meanwhile stay pending and are not lost.")
    @PostMapping("/{id}/stop")
    RouteInForce stop(@PathVariable String id) {
        requireAdministrator();
        var before = routes.show(id);
        // Written first: no route is switched without an entry, and the entry says what was asked for.
        audit.record("route.stopped", null, "route/" + id, state(before), Map.of("state", "stopped"));
        routes.stop(id);
        return routes.show(id);
    }

    private static Map<String, String> state(RouteInForce route) {
        return Map.of("state", route.state());
    }

    /** A route serves all hotels. */
    private static void requireAdministrator() {
        var caller = Caller.current();
        caller.require(Role.ADMIN);
        if (!caller.allHotels()) {
            throw new ProblemException(ProblemCode.FORBIDDEN_HOTEL, Map.of("hotel", "*"));
        }
    }
}
