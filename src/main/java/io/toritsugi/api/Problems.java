package io.toritsugi.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Turns a refusal into a problem document in the language asked for. Controllers need not call it (they throw
 * {@link ProblemException}); filters and Camel routes, which stand outside of Spring's dispatch, do. Safe for use by many
 * threads.
 */
@Component
public class Problems {

    private final Map<ProblemCode, Words> words = new EnumMap<>(ProblemCode.class);
    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
        var section = WordingCatalogue.section("problems", Words.class);
        for (var code : ProblemCode.values()) {
            var found = section.get(code.code());
            if (found == null) {
                throw new IllegalStateException("The catalogue has no words for the problem " + code.code());
            }
            words.put(code, found);
        }
    }

    /** The document of a refusal; {@code instance} is the path that was called. */
    public ProblemDocument document(ProblemException refusal, Locale locale, String instance) {
        var code = refusal.code();
        var text = words.get(code);
        return new ProblemDocument(
                "urn:toritsugi:problem:" + code.code(),
                text.title().in(locale, refusal.arguments()),
                code.status().value(),
                text.detail().in(locale, refusal.arguments()),
                instance,
                code.code(),
                refusal.extras());
    }

    /** The document as JSON, for who writes the answer himself; to be sent as {@code application/problem+json}. */
    public byte[] json(ProblemException refusal, Locale locale, String instance) {
        try {
            return json.writeValueAsBytes(document(refusal, locale, instance));
        } catch (IOException unwritable) {
            throw new IllegalStateException("A problem document could not be written: " + refusal.code(), unwritable);
        }
    }

    /** Answers a servlet request with the refusal, unless an answer is already on its way. */
    public void write(HttpServletRequest request, HttpServletResponse response, ProblemException refusal)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var locale = Languages.asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var body = json(refusal, locale, request.getRequestURI());
        response.setStatus(refusal.code().status().value());
        refusal.retryAfter().ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    record Words(Bilingual title, Bilingual detail) {}
}
