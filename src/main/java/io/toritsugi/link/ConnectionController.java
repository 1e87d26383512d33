package io.toritsugi.link;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How a hotel reaches TL-Lincoln. */
@Tag(name = "Connections")
@RestController
@RequestMapping("/api/v1/hotels/{hotel}/connection")
class ConnectionController {

    private final ConnectionDesk desk;
    private final ConnectionCheck check;
    private final HotelAccess hotels;
    private final Audit audit;

    ConnectionController(ConnectionDesk desk, ConnectionCheck check, HotelAccess hotels, Audit audit) {
        this.desk = desk;
        this.check = check;
        this.hotels = hotels;
        this.audit = audit;
    }

    @Operation(
            summary = "The connection of a hotel, and how it goes",
            description =
                    "Without the password, which nobody is ever shown. 404 (`connection.unknown`) where there is none.")
    @GetMapping
    ShownConnection show(@PathVariable String hotel, Locale language) {
        return desk.show(hotels.require(hotel), language);
    }

    @Operation(
            summary = "Set up or change the connection of a hotel",
            description =
                    "Needs MANAGER. What is absent stays as it is, or takes its default; a new connection needs address and "
                            + "systemId, and user and password before anything is asked. Used by the very next call, on every "
                            + "node; where `poll` is on, the hotel is polled at once. On record, without the password.")
    @PutMapping
    ResponseEntity<ShownConnection> put(
            @PathVariable String hotel, @Valid @RequestBody ConnectionWanted wanted, Locale language) {
        Caller.current().require(Role.MANAGER);
        var ref = hotels.require(hotel);
        boolean made = desk.put(ref, wanted);
        return ResponseEntity.status(made ? HttpStatus.CREATED : HttpStatus.OK).body(desk.show(ref, language));
    }

    @Operation(
            summary = "Try the connection",
            description =
                    "Needs MANAGER. Searches the room types, which changes nothing and fetches no booking. Answers 200 also "
                            + "when the connection does not work: `ok` says whether, `code`, `message`, `cause` and `remedy` what "
                            + "is wrong. Takes as long as the connection's time-outs at most.")
    @PostMapping("/test")
    ConnectionCheck.Result test(@PathVariable String hotel, Locale language) {
        Caller.current().require(Role.MANAGER);
        var ref = hotels.require(hotel);
        var result = check.run(desk.require(ref), language);
        audit.record(
                "connection.tested",
                ref.id(),
                "connection",
                null,
                Map.of("ok", result.ok(), "code", String.valueOf(result.code())));
        return result;
    }
}
