package io.toritsugi.intake.sftp;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who drops files by SFTP, kept by administrators. */
@Tag(name = "SFTP partners")
@RestController
@RequestMapping("/api/v1/sftp/partners")
class PartnerController {

    private static final String SETTINGS = "settings";
    private static final String API = "api";

    private final Partners partners;
    private final PartnerRows rows;
    private final HotelAccess hotels;
    private final Audit audit;

    PartnerController(Partners partners, PartnerRows rows, HotelAccess hotels, Audit audit) {
        this.partners = partners;
        this.rows = rows;
        this.hotels = hotels;
        this.audit = audit;
    }

    @Operation(
            summary = "The partners who drop files by SFTP",
            description = "Needs ADMIN for all hotels. Those of the settings first. In one page.")
    @GetMapping
    Page<Shown> list() {
        requireAdministrator();
        return Page.whole(Stream.concat(
                        partners.configured().stream().map(partner -> Shown.of(partner, SETTINGS)),
                        rows.all().stream()
                                .filter(partner -> !partners.isConfigured(partner.name()))
                                .map(partner -> Shown.of(partner, API)))
                .toList());
    }

    @Operation(
            summary = "Admit a partner, or change his keys and hotels",
            description =
                    "Needs ADMIN for all hotels. Effective within seconds on every node; a connection that was opened "
                            + "with a key that is no longer his ends.")
    @PutMapping("/{name}")
    @Transactional
    ResponseEntity<Shown> put(@PathVariable String name, @Valid @RequestBody Wanted wanted) {
        requireAdministrator();
        requireNotConfigured(name);
        var partner = checked(name, wanted);
        var before = rows.find(name).map(known -> Shown.of(known, API)).orElse(null);
        rows.put(partner);
        var after = Shown.of(partner, API);
        audit.record("sftp_partner.put", null, "sftp-partner/" + name, before, after);
        return ResponseEntity.status(before == null ? HttpStatus.CREATED : HttpStatus.OK)
                .body(after);
    }

    @Operation(
            summary = "Send a partner away",
            description =
                    "Needs ADMIN for all hotels. Effective within seconds on every node. His files stay where they are.")
    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    void remove(@PathVariable String name) {
        requireAdministrator();
        requireNotConfigured(name);
        var before = rows.find(name)
                .map(known -> Shown.of(known, API))
                .orElseThrow(() -> new ProblemException(ProblemCode.SFTP_PARTNER_UNKNOWN));
        rows.remove(name);
        audit.record("sftp_partner.removed", null, "sftp-partner/" + name, before, null);
    }

    private SftpPartner checked(String name, Wanted wanted) {
        for (var hotel : wanted.hotels()) {
            if (!hotel.equals(Sender.ALL_HOTELS)) {
                hotels.require(hotel);
            }
        }
        try {
            PublicKeys.of(wanted.publicKeys());
        } catch (IllegalArgumentException unreadable) {
            throw ProblemException.ofField("publicKeys");
        }
        try {
            return new SftpPartner(name, String.join("\n", wanted.publicKeys()), wanted.hotels());
        } catch (IllegalArgumentException notAName) {
            throw ProblemException.ofField("name");
        }
    }

    private void requireNotConfigured(String name) {
        if (partners.isConfigured(name)) {
            throw new ProblemException(ProblemCode.SFTP_PARTNER_CONFIGURED);
        }
    }

    /** A partner may send for several hotels. */
    private static void requireAdministrator() {
        var caller = Caller.current();
        caller.require(Role.ADMIN);
        if (!caller.allHotels()) {
            throw new ProblemException(ProblemCode.FORBIDDEN_HOTEL, Map.of("hotel", Sender.ALL_HOTELS));
        }
    }

    @Schema(name = "SftpPartnerWanted")
    record Wanted(
            @NotEmpty
            @Size(max = 20)
            @Schema(description = "In OpenSSH's format; several while a key is being replaced")
            List<@Size(min = 1, max = 10_000) String> publicKeys,

            @NotEmpty @Size(max = 1000) @Schema(example = "[\"SMP\"]", description = "Hotels' codes, or * for all")
            List<@Size(min = 1, max = 100) String> hotels) {}

    @Schema(name = "SftpPartner")
    record Shown(
            String name,
            List<String> publicKeys,
            List<String> hotels,

            @Schema(
                    allowableValues = {SETTINGS, API},
                    description = "Where he is kept")
            String source) {

        static Shown of(SftpPartner partner, String source) {
            return new Shown(partner.name(), partner.publicKeys(), partner.hotels(), source);
        }
    }
}
