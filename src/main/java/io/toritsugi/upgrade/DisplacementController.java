package io.toritsugi.upgrade;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.inventory.HotelLock;
import jakarta.validation.Valid;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a hotel wants to see what an upgrade is expected to cost it. */
@Tag(name = "Upgrades")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/upgrades/displacement")
class DisplacementController {

    private final DisplacementPolicies policies;
    private final HotelAccess hotels;
    private final HotelLock lock;
    private final Audit audit;

    DisplacementController(DisplacementPolicies policies, HotelAccess hotels, HotelLock lock, Audit audit) {
        this.policies = policies;
        this.hotels = hotels;
        this.lock = lock;
        this.audit = audit;
    }

    @Operation(
            summary = "Whether displacement costs are reported",
            description = "And from how many past nights they are estimated. Reported, from 90 nights, unless said.")
    @GetMapping
    DisplacementPolicy show(@PathVariable String hotel) {
        return policies.of(hotels.require(hotel).id());
    }

    @Operation(
            summary = "Say whether displacement costs are reported",
            description = "Needs MANAGER. Used by the very next suggestion.")
    @PutMapping
    @Transactional
    DisplacementPolicy put(@PathVariable String hotel, @Valid @RequestBody DisplacementPolicy wanted) {
        Caller.current().require(Role.MANAGER);
        var ref = hotels.require(hotel);
        lock.hold(ref.id());
        var before = policies.of(ref.id());
        policies.put(ref.id(), wanted);
        audit.record("displacement.changed", ref.id(), ref.code(), before, wanted);
        return wanted;
    }
}
