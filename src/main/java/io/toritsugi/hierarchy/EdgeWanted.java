package io.toritsugi.hierarchy;

import io.swagger.v3.oas.annotations.media.Schema;
import io.toritsugi.hierarchy.UpgradeEdge.Kind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A relation as it is asked for. */
@Schema(name = "HierarchyEdgeWanted")
record EdgeWanted(
        @NotBlank @Size(max = 32) @Schema(example = "SGL") String from,

        @NotBlank @Size(max = 32) @Schema(example = "DBL") String to,

        @NotNull @Min(1) @Max(1000) @Schema(example = "1", description = "1 is best")
        Integer priority,

        @Nullable @Schema(description = "Whether decisions follow it", defaultValue = "true")
        Boolean active,

        @Nullable @Schema(description = "To a better type, or to another of the same rank", defaultValue = "up")
        Kind kind) {

    Edge edge() {
        return new Edge(
                null,
                from.strip(),
                to.strip(),
                priority,
                Objects.requireNonNullElse(active, true),
                Objects.requireNonNullElse(kind, Kind.UP));
    }
}
