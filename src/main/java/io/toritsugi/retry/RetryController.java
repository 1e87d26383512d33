package io.toritsugi.retry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Caller;
import io.toritsugi.access.GuestPrivacy;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.failure.FailureCase;
import io.toritsugi.failure.FailureDesk;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A failure is tried again because a person says so. */
@Tag(name = "Failures")
@RestController
@RequestMapping("/api/v1/failures/{id}/retry")
class RetryController {

    private final RetryByHand retry;
    private final FailureDesk desk;
    private final HotelAccess hotels;

    RetryController(RetryByHand retry, FailureDesk desk, HotelAccess hotels) {
        this.retry = retry;
        this.desk = desk;
        this.hotels = hotels;
    }

    @Operation(
            summary = "Try a failed import again now",
            description =
                    "Needs OPERATOR. Answers 202 with the failure, now `retrying`; a moment later it is `resolved`, or open "
                            + "again with one attempt more. Mappings and rooms are taken as they are now. A closed one is refused "
                            + "(`failure.closed`).")
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    FailureCase retry(@PathVariable long id, Locale language) {
        var caller = Caller.current();
        caller.require(Role.OPERATOR);
        var hotel = hotels.require(desk.hotelOf(id));
        var claim = retry.order(hotel, id);
        var shown = desk.show(id, language, GuestPrivacy.of(caller));
        claim.ifPresent(retry::feed);
        return shown;
    }
}
