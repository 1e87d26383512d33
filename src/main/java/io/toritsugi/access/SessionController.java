package io.toritsugi.access;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and who one is. */
@Tag(name = "Session")
@RestController
@RequestMapping(SecurityConfiguration.SESSION)
class SessionController {

    private final PasswordCheck passwords;
    private final SignedIn signedIn;
    private final CookieCsrfTokenRepository csrfTokens;
    private final Audit audit;
    private final JdbcClient jdbc;

    SessionController(
            PasswordCheck passwords,
            SignedIn signedIn,
            CookieCsrfTokenRepository csrfTokens,
            Audit audit,
            JdbcClient jdbc) {
        this.passwords = passwords;
        this.signedIn = signedIn;
        this.csrfTokens = csrfTokens;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Operation(
            summary = "Sign in",
            description = "Sets the session cookie (HttpOnly, SameSite=Lax) and the XSRF-TOKEN cookie. Needs no token.")
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@Valid @RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        var address = request.getRemoteAddr();
        var user = passwords.verified(credentials.username(), credentials.password(), address);
        signedIn.open(user, request);
        // A token that somebody planted before is of no use after.
        csrfTokens.saveToken(csrfTokens.generateToken(request), request, response);
        audit.record(user.caller(address), "session.opened", user.hotelId(), user.username(), null, null);
    }

    @Operation(
            summary = "Who one is",
            description =
                    "With a session also sets the XSRF-TOKEN cookie, whose value goes back in X-XSRF-TOKEN on changes.")
    @GetMapping
    Who who(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            // Reading a deferred token writes its cookie.
            token.getToken();
        }
        var caller = Caller.current();
        return new Who(caller.name(), caller.role(), code(caller.hotelId()));
    }

    @Operation(summary = "Sign out")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(HttpServletRequest request, HttpServletResponse response) {
        var caller = Caller.current();
        signedIn.close(request);
        csrfTokens.saveToken(null, request, response);
        audit.record("session.closed", caller.hotelId(), caller.name(), null, null);
    }

    private String code(@Nullable Integer hotelId) {
        return hotelId == null
                ? "*"
                : jdbc.sql("select code from hotel where id = :id")
                        .param("id", hotelId)
                        .query(String.class)
                        .single();
    }

    record Credentials(
            @NotBlank @Size(max = 100) String username,

            @NotEmpty @Size(max = 200) @Schema(format = "password")
            String password) {

        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    @Schema(name = "Session")
    record Who(
            String name,
            Role role,

            @Schema(example = "SMP", description = "The one hotel that one may act for, or *")
            String hotel) {}
}
