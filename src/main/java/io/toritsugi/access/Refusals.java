package io.toritsugi.access;

import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What Spring Security refuses is answered with a problem document as well. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        answer(problems, request, response, new ProblemException(ProblemCode.UNAUTHENTICATED));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        answer(problems, request, response, new ProblemException(why(refusal)));
    }

    private static ProblemCode why(AccessDeniedException refusal) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication)) {
            // A change without token and without credentials: the credentials are what is missing.
            return ProblemCode.UNAUTHENTICATED;
        }
        return refusal instanceof CsrfException ? ProblemCode.CSRF : ProblemCode.FORBIDDEN;
    }

    /** Names Bearer as the way in, and never Basic: a browser that asks for a password by itself would keep sending it. */
    static void answer(
            Problems problems, HttpServletRequest request, HttpServletResponse response, ProblemException refusal)
            throws IOException {
        if (refusal.code().status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"toritsugi\"");
        }
        problems.write(request, response, refusal);
    }
}
