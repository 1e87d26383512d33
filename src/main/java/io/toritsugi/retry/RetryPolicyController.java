package io.toritsugi.retry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.RetryPolicies;
import io.toritsugi.failure.RetryPolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a hotel wants its failures tried again by themselves. */
@Tag(name = "Failures")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/retry-policy")
class RetryPolicyController {

    private final RetryPolicies policies;
    private final HotelAccess hotels;
    private final Audit audit;

    RetryPolicyController(RetryPolicies policies, HotelAccess hotels, Audit audit) {
        this.policies = policies;
        this.hotels = hotels;
        this.audit = audit;
    }

    @Operation(
            summary = "When failures of a hotel are tried again",
            description = "The house's own settings, unless the hotel has set others.")
    @GetMapping
    Policy show(@PathVariable String hotel) {
        return of(hotels.require(hotel).id());
    }

    @Operation(
            summary = "Set when failures of a hotel are tried again",
            description =
                    "Needs MANAGER. The wait before the n-th retry is `min(cap, base × 2^(n-1))`, give or take a tenth; "
                            + "after `attempts` attempts in all a person is called. Holds from the next attempt on; nothing waits longer "
                            + "than the new cap.")
    @PutMapping
    @Transactional
    Policy put(@PathVariable String hotel, @Valid @RequestBody Wanted wanted) {
        var caller = Caller.current();
        caller.require(Role.MANAGER);
        var ref = hotels.require(hotel);
        var before = of(ref.id());
        policies.set(ref.id(), wanted.policy(), caller.name());
        var after = of(ref.id());
        audit.record("retry_policy.changed", ref.id(), ref.code(), before, after);
        return after;
    }

    private Policy of(int hotelId) {
        var policy = policies.of(List.of(hotelId)).get(hotelId);
        return new Policy(policy.base().toSeconds(), policy.cap().toSeconds(), policy.attempts());
    }

    /** The policy that holds; waits in whole seconds. */
    @Schema(name = "RetryPolicy")
    record Policy(
            @Schema(example = "60", description = "The wait before the first retry, in seconds")
            long baseSeconds,

            @Schema(example = "3600", description = "The longest wait, in seconds")
            long capSeconds,

            @Schema(example = "8", description = "Attempts in all before a person is called")
            int attempts) {}

    @Schema(name = "RetryPolicyWanted")
    record Wanted(
            @Nullable @Min(1) @Max(86_400) Integer baseSeconds,
            @Nullable @Min(1) @Max(604_800) Integer capSeconds,
            @Nullable @Min(1) @Max(100) Integer attempts) {

        RetryPolicy policy() {
            int base = given("baseSeconds", baseSeconds);
            int cap = given("capSeconds", capSeconds);
            if (cap < base) {
                throw ProblemException.ofField("capSeconds");
            }
            return new RetryPolicy(Duration.ofSeconds(base), Duration.ofSeconds(cap), given("attempts", attempts));
        }

        private static int given(String field, @Nullable Integer value) {
            if (value == null) {
                throw ProblemException.ofField(field);
            }
            return value;
        }
    }
}
