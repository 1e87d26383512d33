package io.toritsugi.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * A problem document (RFC 9457) as it goes out.
 *
 * @param type names the kind of problem: {@code urn:toritsugi:problem:} and the code
 * @param title what is wrong, in general, in the language asked for
 * @param status the HTTP status
 * @param detail what is wrong in this case, in the language asked for
 * @param instance the path that was called
 * @param code the stable code of {@link ProblemCode}
 * @param extras further members, by name
 */
@Schema(
        name = "Problem",
        description = "A problem document (RFC 9457). `code` never changes; the words follow Accept-Language.")
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code"})
public record ProblemDocument(
        @Schema(example = "urn:toritsugi:problem:hotel.unknown")
        String type,

        String title,
        @Schema(example = "404") int status,
        String detail,
        @Schema(example = "/api/v1/hotels/XYZ") String instance,
        @Schema(example = "hotel.unknown") String code,
        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> extras) {}
