package io.toritsugi.hierarchy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A change of a hierarchy as its history shows it. */
@Schema(name = "HierarchyRevision")
record Revision(
        @Schema(description = "The version that it made") long version,

        Difference.What what,

        @Nullable @Schema(description = "The version whose change it took back")
        Long undoes,

        @Schema(
                type = "object",
                description = "The edges that are gone or were otherwise (a list), or the rules as they were")
        @JsonRawValue
        String before,

        @Schema(
                type = "object",
                description = "The edges that are new or otherwise now (a list), or the rules as they are")
        @JsonRawValue
        String after,

        OffsetDateTime madeAt,
        @Schema(example = "admin") String madeBy) {}
