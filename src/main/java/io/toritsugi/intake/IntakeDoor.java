package io.toritsugi.intake;

import io.toritsugi.access.Caller;
import io.toritsugi.access.HotelAccess;
import io.toritsugi.access.HotelRef;
import io.toritsugi.api.Languages;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The HTTP door: who comes in, for which hotel, and how the body is to be read. */
@Component("intakeDoor")
class IntakeDoor {

    private static final String REQUEST = "CamelHttpServletRequest";
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,6})\"?", Pattern.CASE_INSENSITIVE);

    private final HotelAccess hotels;
    private final RateLimits rates;
    private final IntakeSettings settings;

    IntakeDoor(HotelAccess hotels, RateLimits rates, IntakeSettings settings) {
        this.hotels = hotels;
        this.rates = rates;
        this.settings = settings;
    }

    /**
     * Lets a delivery in.
     *
     * @throws ProblemException when the caller may not bring telegrams for this hotel, or the body's coding is unknown
     */
    public IntakeRequest open(Exchange exchange, @Header("hotel") String hotel) {
        var request = takeRequest(exchange);
        var caller = Caller.of(request);
        var admitted = hotels.requireIntake(caller, hotel);
        rates.count(caller.apiKeyId());
        return new IntakeRequest(
                admitted,
                caller.apiKeyId(),
                new PacedBody(UntouchedBodyFilter.body(request)),
                gzip(request),
                charset(request.getContentType()),
                wait(request.getHeader("Prefer")),
                language(request));
    }

    /** Lets somebody in who asks for a receipt. */
    public HotelRef admit(Exchange exchange, @Header("hotel") String hotel) {
        return hotels.requireIntake(Caller.of(takeRequest(exchange)), hotel);
    }

    static Locale language(HttpServletRequest request) {
        return Languages.asked(request.getHeader("Accept-Language"));
    }

    /** The request that an exchange answers, whatever the route has made of its message. */
    static HttpServletRequest request(Exchange exchange) {
        var known = exchange.getProperty(REQUEST, HttpServletRequest.class);
        return known == null ? exchange.getMessage().getHeader(REQUEST, HttpServletRequest.class) : known;
    }

    /** Headers that stay in the message would be sent back to the caller, its key among them. */
    private static HttpServletRequest takeRequest(Exchange exchange) {
        var request = request(exchange);
        exchange.setProperty(REQUEST, request);
        exchange.getMessage().removeHeaders("*");
        return request;
    }

    private static boolean gzip(HttpServletRequest request) {
        var coding = request.getHeader("Content-Encoding");
        if (coding == null || coding.isBlank() || coding.strip().equalsIgnoreCase("identity")) {
            return false;
        }
        if (coding.strip().equalsIgnoreCase("gzip") || coding.strip().equalsIgnoreCase("x-gzip")) {
            return true;
        }
        throw new ProblemException(
                ProblemCode.REQUEST_MEDIA_TYPE, Map.of("expected", "Content-Encoding: gzip", "found", coding.strip()));
    }

    private static @Nullable String charset(@Nullable String contentType) {
        if (contentType == null) {
            return null;
        }
        try {
            return MediaType.parseMediaType(contentType).getParameter("charset");
        } catch (InvalidMediaTypeException unknown) {
            return null; // the document itself says how it is spelled
        }
    }

    private Duration wait(@Nullable String prefer) {
        if (prefer == null) {
            return Duration.ZERO;
        }
        var wait = WAIT.matcher(prefer);
        if (!wait.find()) {
            return Duration.ZERO;
        }
        var asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return asked.compareTo(settings.longestWait()) > 0 ? settings.longestWait() : asked;
    }
}
