package io.toritsugi.routing;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A route, or a file that brings none because it cannot be loaded.
 *
 * @param id null for a file that cannot be loaded
 * @param state {@code started}, {@code stopped}, {@code suspended}, …; {@code broken} for a file that cannot be loaded
 * @param file the file that it stands in; null where a route is made by code
 * @param error why the file could not be loaded last; null where it could
 */
@Schema(name = "Route")
record RouteInForce(
        @Schema(example = "import") @Nullable String id,

        @Schema(allowableValues = {"started", "starting", "stopped", "stopping", "suspended", "suspending", "broken"})
        String state,

        @Schema(example = "import.camel.yaml") @Nullable String file,

        @Schema(description = "Why the file could not be loaded last") @Nullable
        String error,

        @Nullable String description) {}
