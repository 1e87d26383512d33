package io.toritsugi.access;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.api.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A request with an {@code Authorization} header comes from the holder of that key (Bearer) or, where it is switched on,
 * from that user (Basic). A header that is no good is refused: it never falls back to another way.
 */
final class AuthorizationHeaderFilter extends OncePerRequestFilter {

    private final ApiKeys keys;
    private final PasswordCheck passwords;
    private final boolean basic;
    private final Problems problems;

    AuthorizationHeaderFilter(ApiKeys keys, PasswordCheck passwords, boolean basic, Problems problems) {
        this.keys = keys;
        this.passwords = passwords;
        this.basic = basic;
        this.problems = problems;
    }

    /** Whether the request says who it is by this header at all. */
    static boolean present(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (present(request)) {
            try {
                var caller = caller(request).orElseThrow(() -> new ProblemException(ProblemCode.UNAUTHENTICATED));
                CallerAuthentication.establish(caller, request);
            } catch (ProblemException refusal) {
                Refusals.answer(problems, request, response, refusal);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION).strip();
        var space = header.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        var credentials = header.substring(space + 1).strip();
        return switch (header.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "bearer" -> keys.caller(credentials, request.getRemoteAddr());
            case "basic" -> basic ? ofBasic(credentials, request.getRemoteAddr()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Caller> ofBasic(String credentials, String address) {
        var pair = decoded(credentials);
        var colon = pair == null ? -1 : pair.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(passwords
                        .verified(pair.substring(0, colon), pair.substring(colon + 1), address)
                        .caller(address));
    }

    private static @Nullable String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
