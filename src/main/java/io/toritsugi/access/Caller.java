package io.toritsugi.access;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is calling: a person with a session, or a key.
 *
 * @param name the user's name, or {@code key:} and the key's name; never a secret
 * @param role what the caller may do
 * @param hotelId the one hotel that the caller may act for; null for all hotels
 * @param address where the call comes from; null for what the application does by itself
 * @param apiKeyId the key that was shown; null for a person
 */
public record Caller(
        String name,
        Role role,
        @Nullable Integer hotelId,
        @Nullable String address,
        @Nullable Long apiKeyId) {

    /** The application itself: jobs, seeds, the first start. */
    public static final Caller SYSTEM = new Caller("system", Role.ADMIN, null, null, null);

    /**
     * Who is calling, on the thread that answers the request.
     *
     * @throws ProblemException {@code access.unauthenticated} when nobody is
     */
    public static Caller current() {
        return known().orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED));
    }

    /** Who is calling; {@link #SYSTEM} on a thread that answers no request. */
    public static Caller currentOrSystem() {
        return known().orElse(SYSTEM);
    }

    /**
     * Who makes this request. For code that answers it on another thread, such as a Camel route.
     *
     * @throws ProblemException {@code access.unauthenticated} when nobody known does
     */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
            return caller;
        }
        throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }

    private static Optional<Caller> known() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known
                ? Optional.of(known.getPrincipal())
                : Optional.empty();
    }

    public boolean allHotels() {
        return hotelId == null;
    }

    public boolean mayUse(int hotel) {
        return hotelId == null || hotelId == hotel;
    }

    /**
     * Goes on only for a caller whose role covers the one asked for.
     *
     * @throws ProblemException {@code access.forbidden}
     */
    public void require(Role needed) {
        if (!role.covers(needed)) {
            throw new ProblemException(ProblemCode.FORBIDDEN, Map.of("role", needed.name()));
        }
    }
}
