package io.toritsugi.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every exception of a controller becomes a problem document; what we did not foresee is logged under a reference. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** unique_violation and exclusion_violation. */
    private static final Set<String> ONLY_ONE = Set.of("23505", "23P01");

    private final Problems problems;

    ProblemAdvice(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> refused(ProblemException refusal, HttpServletRequest request) {
        var headers = new HttpHeaders();
        refusal.retryAfter().ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds)));
        return answer(refusal, request, headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> invalidBody(BindException invalid, HttpServletRequest request) {
        return invalid(
                request,
                invalid.getFieldErrors().stream()
                        .map(error -> new FieldProblem(error.getField(), error.getDefaultMessage()))
                        .toList());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> invalidParameter(
            HandlerMethodValidationException invalid, HttpServletRequest request) {
        return invalid(
                request,
                invalid.getParameterValidationResults().stream()
                        .flatMap(ProblemAdvice::fields)
                        .toList());
    }

    /** A body has fields of its own; a single parameter is named itself. */
    private static Stream<FieldProblem> fields(ParameterValidationResult result) {
        if (result instanceof ParameterErrors body) {
            return body.getFieldErrors().stream()
                    .map(error -> new FieldProblem(error.getField(), error.getDefaultMessage()));
        }
        var name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream().map(error -> new FieldProblem(name, error.getDefaultMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> wrongType(MethodArgumentTypeMismatchException wrong, HttpServletRequest request) {
        return invalid(request, List.of(new FieldProblem(wrong.getName(), String.valueOf(wrong.getValue()))));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> missingValue(MissingRequestValueException missing, HttpServletRequest request) {
        var name = missing instanceof MissingServletRequestParameterException parameter
                ? parameter.getParameterName()
                : missing.getBody().getDetail();
        return invalid(request, List.of(new FieldProblem(String.valueOf(name), null)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException tooLarge) {
                return refused(tooLarge.refusal(), request);
            }
        }
        var facts = new LinkedHashMap<String, String>();
        if (unreadable.getCause() instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            facts.put("field", path(mapping));
        }
        if (unreadable.getCause() instanceof JsonProcessingException json) {
            place(json.getLocation(), facts);
        }
        return refused(
                new ProblemException(ProblemCode.REQUEST_UNREADABLE, facts, new LinkedHashMap<>(facts)), request);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> wrongMethod(
            HttpRequestMethodNotSupportedException wrong, HttpServletRequest request) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("found", wrong.getMethod());
        if (wrong.getSupportedMethods() != null) {
            facts.put("expected", String.join(", ", wrong.getSupportedMethods()));
        }
        return answer(new ProblemException(ProblemCode.REQUEST_METHOD, facts), request, wrong.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> wrongMediaType(
            HttpMediaTypeNotSupportedException wrong, HttpServletRequest request) {
        var facts = new LinkedHashMap<String, String>();
        if (wrong.getContentType() != null) {
            facts.put("found", wrong.getContentType().toString());
        }
        facts.put("expected", MediaType.toString(wrong.getSupportedMediaTypes()));
        return answer(new ProblemException(ProblemCode.REQUEST_MEDIA_TYPE, facts), request, wrong.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> notAcceptable(
            HttpMediaTypeNotAcceptableException wrong, HttpServletRequest request) {
        return refused(
                new ProblemException(
                        ProblemCode.REQUEST_NOT_ACCEPTABLE,
                        Map.of("expected", MediaType.toString(wrong.getSupportedMediaTypes()))),
                request);
    }

    /** Somebody else's row was faster, and the database said so: two rows where there may be one. */
    @ExceptionHandler
    ResponseEntity<ProblemDocument> constraint(DataIntegrityViolationException violation, HttpServletRequest request) {
        if (violation.getMostSpecificCause() instanceof SQLException cause && ONLY_ONE.contains(cause.getSQLState())) {
            LOG.info("{} {} met another change: {}", request.getMethod(), request.getRequestURI(), cause.getSQLState());
            return refused(new ProblemException(ProblemCode.CONFLICT_VERSION), request);
        }
        return anythingElse(violation, request);
    }

    /** The caller has gone: there is nobody to answer. */
    @ExceptionHandler
    void callerGone(AsyncRequestNotUsableException gone) {
        LOG.debug("The caller closed the connection: {}", gone.getMessage());
    }

    /** Spring Security's own refusals go on to its entry points. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void notOurs(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDocument> anythingElse(Exception failure, HttpServletRequest request) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return refused(
                    new ProblemException(StatusProblem.of(known.getStatusCode().value())), request);
        }
        var reference = HexFormat.of().toHexDigits(RANDOM.nextLong(), 10);
        LOG.error("{} {} failed, reference {}", request.getMethod(), request.getRequestURI(), reference, failure);
        var code = DatabaseAway.isCauseOf(failure) ? ProblemCode.SYSTEM_DATABASE : ProblemCode.SYSTEM_UNEXPECTED;
        return refused(
                new ProblemException(code, Map.of("reference", reference), Map.of("reference", reference)), request);
    }

    private ResponseEntity<ProblemDocument> invalid(HttpServletRequest request, List<FieldProblem> fields) {
        var names = fields.stream().map(FieldProblem::words).distinct().collect(Collectors.joining(", "));
        return refused(
                new ProblemException(ProblemCode.REQUEST_INVALID, Map.of("fields", names), Map.of("errors", fields)),
                request);
    }

    private ResponseEntity<ProblemDocument> answer(
            ProblemException refusal, HttpServletRequest request, HttpHeaders headers) {
        var locale = Languages.asked(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        return ResponseEntity.status(refusal.code().status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .body(problems.document(refusal, locale, request.getRequestURI()));
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static void place(@Nullable JsonLocation location, Map<String, String> facts) {
        if (location != null && location.getLineNr() > 0) {
            facts.put("line", String.valueOf(location.getLineNr()));
            facts.put("column", String.valueOf(location.getColumnNr()));
        }
    }

    /** A field that is wrong, and why; the reason is in the language of the request, null when the value is missing. */
    record FieldProblem(String field, @Nullable String message) {
        String words() {
            return message == null || message.isBlank() ? field : field + " (" + message + ")";
        }
    }
}
