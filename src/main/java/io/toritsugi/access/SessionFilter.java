package io.toritsugi.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** A request with a session cookie comes from the user who signed in. */
final class SessionFilter extends OncePerRequestFilter {

    private final SignedIn signedIn;

    SessionFilter(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        signedIn.caller(request).ifPresent(caller -> CallerAuthentication.establish(caller, request));
        chain.doFilter(request, response);
    }
}
