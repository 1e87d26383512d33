package io.toritsugi.intake;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.access.Audit;
import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.access.Role;
import io.toritsugi.api.Page;
import io.toritsugi.api.PageAsked;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.failure.FailureClass;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everything that was received, and what became of it. */
@Tag(name = "Imports")
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private final ImportLog log;
    private final RawDownload raw;
    private final HotelAccess hotels;
    private final Audit audit;

    ImportController(ImportLog log, RawDownload raw, HotelAccess hotels, Audit audit) {
        this.log = log;
        this.raw = raw;
        this.hotels = hotels;
        this.audit = audit;
    }

    @Operation(
            summary = "The import log, the newest first",
            description = "Every telegram ever accepted, repetitions too; of one's own hotels only.")
    @GetMapping
    Page<ImportLine> list(
            @Parameter(description = "A hotel's code") @RequestParam(required = false) @Nullable String hotel,
            @Parameter(description = "The OTA, as `jalan`") @RequestParam(required = false) @Nullable String channel,
            @Parameter(description = "The OTA's number, as it was sent") @RequestParam(required = false) @Nullable
                    String bookingNumber,
            @Parameter(description = "The telegram's own number") @RequestParam(required = false) @Nullable
                    String dataId,
            @Parameter(schema = @Schema(allowableValues = {"NEW", "MODIFICATION", "CANCELLATION"}))
                    @RequestParam(required = false)
                    @Nullable
                    String kind,
            @Parameter(schema = @Schema(allowableValues = {"imported", "modified", "cancelled", "rejected", "pending"}))
                    @RequestParam(required = false)
                    @Nullable
                    String outcome,
            @Parameter(description = "The class of the refusal")
                    @RequestParam(name = "class", required = false)
                    @Nullable
                    FailureClass failureClass,
            @Parameter(description = "Received from this time on") @RequestParam(required = false) @Nullable
                    OffsetDateTime from,
            @Parameter(description = "Received before this time") @RequestParam(required = false) @Nullable
                    OffsetDateTime to,
            PageAsked page,
            Locale language) {
        var asked = new ImportsAsked(channel, bookingNumber, dataId, kind, outcome, failureClass, from, to);
        return Page.of(log.list(hotels.scope(hotel), asked, page, language), page, ImportLine::id);
    }

    @Operation(
            summary = "One telegram and its timeline",
            description =
                    "When it was received, each attempt with trigger, outcome and duration, what became of its failure, "
                            + "incidents, what it did to the reservation, and when it was sent again.")
    @GetMapping("/{telegramId}")
    ImportCase show(@PathVariable long telegramId, Locale language) {
        require(telegramId);
        return log.find(telegramId, language).orElseThrow(ImportController::unknown);
    }

    @Operation(
            summary = "A telegram's bytes as received",
            description =
                    "Card fields are overwritten with stars, every other byte stands as it came; the content type says in "
                            + "which charset. Needs OPERATOR; every reading is on record in the audit.")
    @ApiResponse(
            responseCode = "200",
            description = "The bytes",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{telegramId}/raw")
    void raw(@PathVariable long telegramId, HttpServletResponse response) throws IOException {
        Caller.current().require(Role.OPERATOR);
        var hotel = require(telegramId);
        var opened = raw.open(telegramId).orElseThrow(ImportController::unknown);
        audit.record("telegram.raw_read", hotel.id(), "telegram/" + telegramId, null, null);
        response.setContentType(new MediaType(MediaType.APPLICATION_XML, opened.encoding()).toString());
        // To be kept, never to be shown by a browser in our own name: it is whatever somebody sent.
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("telegram-" + telegramId + ".xml")
                        .build()
                        .toString());
        raw.write(opened, response.getOutputStream());
    }

    private HotelRef require(long telegramId) {
        return hotels.require(log.hotelOf(telegramId).orElseThrow(ImportController::unknown));
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.TELEGRAM_UNKNOWN);
    }
}
