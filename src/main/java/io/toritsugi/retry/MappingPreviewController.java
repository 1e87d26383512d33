package io.toritsugi.retry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.ProblemException;
import io.toritsugi.mapping.MappingChange;
import io.toritsugi.mapping.MappingWanted;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a mapping would heal, before it is saved. It stands here because only retries know how a failure would end. */
@Tag(name = "Mappings")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/mappings/preview")
class MappingPreviewController {

    private final PreviewMapping previewing;
    private final HotelAccess hotels;
    private final Validator validator;

    MappingPreviewController(PreviewMapping previewing, HotelAccess hotels, Validator validator) {
        this.previewing = previewing;
        this.hotels = hotels;
        this.validator = validator;
    }

    @Operation(
            summary = "See what a mapping would heal",
            description =
                    "Needs OPERATOR. The body of a new mapping; with `id` one that is changed, with `delete` alone one that is "
                            + "removed. Everything is done as if it were saved and then taken back: `items` are the failures that "
                            + "saving would try at once, in that order, with what each becomes; the first 200 are tried, the others "
                            + "counted as `probably`. `failures` and `reservations` have codes that would stand for another type, or "
                            + "for none. What would be refused is refused here, too (`mapping.overlap`).")
    @PostMapping
    MappingPreview preview(@PathVariable String hotel, @RequestBody Wanted wanted, Locale language) {
        Caller.current().require(Role.OPERATOR);
        return previewing.preview(hotels.require(hotel), change(wanted), language);
    }

    private MappingChange change(Wanted wanted) {
        if (wanted.delete() != null) {
            return new MappingChange.Remove(wanted.delete());
        }
        var mapping = wanted.mapping();
        validator.validate(mapping).stream()
                .map(violation -> violation.getPropertyPath().toString())
                .min(Comparator.naturalOrder())
                .ifPresent(field -> {
                    throw ProblemException.ofField(field);
                });
        return wanted.id() == null ? new MappingChange.Make(mapping) : new MappingChange.Replace(wanted.id(), mapping);
    }

    /** A mapping as it would be saved; what is absent is null. */
    @Schema(name = "MappingToPreview")
    record Wanted(
            @Schema(example = "*") @Nullable String channel,
            @Schema(example = "0011") @Nullable String code,
            @Schema(example = "TWN") @Nullable String roomType,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,

            @Schema(description = "The mapping that is changed; absent: a new one") @Nullable
            Long id,

            @Schema(description = "The mapping that is removed; nothing else is given then") @Nullable
            Long delete) {

        MappingWanted mapping() {
            return new MappingWanted(channel, code, roomType, validFrom, validTo);
        }
    }
}
