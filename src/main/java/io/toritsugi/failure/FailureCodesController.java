package io.toritsugi.failure;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.toritsugi.api.Page;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of failures, for those who build on the API and for the UI's help texts. */
@Tag(name = "Failures")
@RestController
@RequestMapping("/api/v1/failure-codes")
class FailureCodesController {

    private final FailureCatalogue catalogue;

    FailureCodesController(FailureCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Operation(
            summary = "Every way in which a telegram can fail",
            description = "In the language of Accept-Language; facts of a case stand as {placeholders}.")
    @GetMapping
    Page<Entry> list(Locale locale) {
        return Page.whole(Arrays.stream(FailureCode.values())
                .map(code -> entry(code, catalogue.words(code), locale))
                .toList());
    }

    private static Entry entry(FailureCode code, FailureCatalogue.Words words, Locale locale) {
        return new Entry(
                code.code(),
                code.failureClass(),
                code.retryable(),
                code.healing().needsPerson(),
                words.message().in(locale),
                words.cause().in(locale),
                words.remedy().in(locale));
    }

    @Schema(name = "FailureCodeWords")
    record Entry(
            String code,
            @JsonProperty("class") FailureClass failureClass,
            boolean retryable,
            boolean needsPerson,
            String message,
            String cause,
            String remedy) {}
}
