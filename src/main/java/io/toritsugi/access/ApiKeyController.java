package io.toritsugi.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** API keys: made, listed, revoked, by administrators. */
@Tag(name = "API keys")
@RestController
@RequestMapping("/api/v1/api-keys")
class ApiKeyController {

    private static final String ALL_HOTELS = "*";

    private final ApiKeys keys;
    private final HotelAccess hotels;
    private final Audit audit;

    ApiKeyController(ApiKeys keys, HotelAccess hotels, Audit audit) {
        this.keys = keys;
        this.hotels = hotels;
        this.audit = audit;
    }

    @Operation(
            summary = "The keys, the newest first",
            description = "Needs ADMIN. The keys themselves are never shown again.")
    @GetMapping
    Page<ApiKey> list(PageAsked page) {
        var caller = administrator();
        return Page.of(keys.list(caller.hotelId(), page.afterNumber(), page.rows()), page, ApiKey::id);
    }

    @Operation(
            summary = "Make a key",
            description =
                    "Needs ADMIN. The answer is the only time that the key is shown; here there is only its hash.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Transactional
    Issued create(@Valid @RequestBody Wanted wanted) {
        var caller = administrator();
        var hotelId = hotelId(wanted.hotel(), caller);
        var key = ApiKeys.random();
        var id = keys.store(wanted.name().strip(), wanted.role(), hotelId, key, key.substring(0, 8), caller.name());
        audit.record("api_key.created", hotelId, "api-key/" + id, null, wanted);
        return new Issued(id, key);
    }

    @Operation(summary = "Revoke a key", description = "Needs ADMIN. Effective on every node within seconds.")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void revoke(@PathVariable long id) {
        var revoked =
                keys.revoke(id, administrator()).orElseThrow(() -> new ProblemException(ProblemCode.API_KEY_UNKNOWN));
        var hotelId =
                revoked.hotel() == null ? null : hotels.require(revoked.hotel()).id();
        audit.record("api_key.revoked", hotelId, "api-key/" + id, revoked, null);
    }

    private @Nullable Integer hotelId(String hotel, Caller caller) {
        if (!ALL_HOTELS.equals(hotel)) {
            return hotels.require(hotel).id();
        }
        if (!caller.allHotels()) {
            throw new ProblemException(ProblemCode.FORBIDDEN_HOTEL, Map.of("hotel", ALL_HOTELS));
        }
        return null;
    }

    private static Caller administrator() {
        var caller = Caller.current();
        caller.require(Role.ADMIN);
        return caller;
    }

    @Schema(name = "ApiKeyWanted")
    record Wanted(
            @NotBlank @Size(max = 100) @Schema(example = "booking engine")
            String name,

            @NotNull @Schema(example = "INTAKE") Role role,

            @NotBlank @Schema(example = "SMP", description = "A hotel's code, or * for all hotels")
            String hotel) {}

    @Schema(name = "ApiKeyIssued")
    record Issued(
            long id,

            @Schema(description = "Shown once; send it as `Authorization: Bearer …`")
            String key) {

        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }
}
