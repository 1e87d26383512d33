package io.toritsugi.stopsell;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.stopsell.StopSellPolicy.Mode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a hotel wants done by itself about stop-sells. */
@Tag(name = "Stop-sells")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/stop-sell-policy")
class StopSellPolicyController {

    private final StopSellPolicies policies;
    private final HotelAccess hotels;
    private final Audit audit;

    StopSellPolicyController(StopSellPolicies policies, HotelAccess hotels, Audit audit) {
        this.policies = policies;
        this.hotels = hotels;
        this.audit = audit;
    }

    @Operation(
            summary = "What is done by itself about stop-sells",
            description = "A hotel that has set nothing decides everything by hand.")
    @GetMapping
    StopSellPolicy show(@PathVariable String hotel) {
        return policies.of(hotels.require(hotel).id());
    }

    @Operation(
            summary = "Set what is done by itself about stop-sells",
            description =
                    "Needs MANAGER. With `mode` `rule` a stop is sent as soon as a booking finds no room; with `hand` it "
                            + "waits for a person. The body replaces the policy as a whole; what is absent goes to its default. "
                            + "Holds for the next decision on every node; what waits for a person goes on waiting.")
    @PutMapping
    @Transactional
    StopSellPolicy put(@PathVariable String hotel, @Valid @RequestBody Wanted wanted) {
        var caller = Caller.current();
        caller.require(Role.MANAGER);
        var ref = hotels.require(hotel);
        var before = policies.of(ref.id());
        policies.set(ref.id(), wanted.policy(), caller.name());
        var after = policies.of(ref.id());
        audit.record("stop_sell_policy.changed", ref.id(), ref.code(), before, after);
        return after;
    }

    @Schema(name = "StopSellPolicyWanted")
    record Wanted(
            @NotNull Mode mode,
            @Nullable Boolean reopenAutomatically,
            @Nullable @Min(0) @Max(1000) Integer keepClosedMargin,
            @Nullable @Min(1) @Max(1000) Integer rowsPerBatch,
            @Nullable @Min(1) @Max(366) Integer daysPerBatch) {

        StopSellPolicy policy() {
            var unset = StopSellPolicy.BY_HAND;
            return new StopSellPolicy(
                    mode,
                    Objects.requireNonNullElse(reopenAutomatically, unset.reopenAutomatically()),
                    Objects.requireNonNullElse(keepClosedMargin, unset.keepClosedMargin()),
                    Objects.requireNonNullElse(rowsPerBatch, unset.rowsPerBatch()),
                    Objects.requireNonNullElse(daysPerBatch, unset.daysPerBatch()));
        }
    }
}
