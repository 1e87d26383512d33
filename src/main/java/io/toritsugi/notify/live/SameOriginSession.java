package io.toritsugi.notify.live;

import io.toritsugi.access.Caller;
import io.toritsugi.access.OpenSessions;
import io.toritsugi.access.Role;
import io.toritsugi.api.Languages;
import io.toritsugi.api.ProblemCode;
import io.toritsugi.api.ProblemException;
import io.toritsugi.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/**
 * Lets a browser in that has a session and whose page is ours. A WebSocket is no fetch: other sites' pages may open one with the
 * user's cookie, and no token protects it. So the origin must be there, and be the host that was called.
 */
@Component
class SameOriginSession implements HandshakeInterceptor {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Who opened a socket, kept with it. */
    record Opened(String sessionId, Caller caller, Locale language) {

        static final String ATTRIBUTE = Opened.class.getName();
    }

    private final OpenSessions sessions;
    private final Problems problems;

    SameOriginSession(OpenSessions sessions, Problems problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var call = ((ServletServerHttpRequest) request).getServletRequest();
        try {
            attributes.put(Opened.ATTRIBUTE, opened(call));
            return true;
        } catch (ProblemException refusal) {
            problems.write(call, ((ServletServerHttpResponse) response).getServletResponse(), refusal);
            return false;
        }
    }

    private Opened opened(HttpServletRequest call) {
        var session = call.getSession(false);
        var caller = session == null
                ? null
                : sessions.caller(session.getId(), call.getRemoteAddr()).orElse(null);
        if (caller == null) {
            throw new ProblemException(ProblemCode.UNAUTHENTICATED);
        }
        caller.require(Role.VIEWER);
        if (!sameOrigin(call.getHeader(HttpHeaders.ORIGIN), call.getHeader(HttpHeaders.HOST))) {
            throw new ProblemException(ProblemCode.LIVE_FOREIGN_ORIGIN);
        }
        return new Opened(session.getId(), caller, Languages.asked(call.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /**
     * Whether a page of this origin was served by this host. The scheme is not compared: a proxy that ends TLS calls us without.
     */
    static boolean sameOrigin(@Nullable String origin, @Nullable String host) {
        if (origin == null || host == null) {
            return false;
        }
        try {
            var page = URI.create(origin);
            var scheme = page.getScheme();
            if (page.getHost() == null || !SCHEMES.contains(scheme)) {
                return false;
            }
            var called = URI.create(scheme + "://" + host);
            return page.getHost().equalsIgnoreCase(called.getHost()) && port(page) == port(called);
        } catch (IllegalArgumentException noOrigin) {
            return false;
        }
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Nothing was taken that would have to be given back.
    }
}
