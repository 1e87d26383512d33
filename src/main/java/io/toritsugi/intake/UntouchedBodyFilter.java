package io.toritsugi.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps everybody's hands off the body of a delivery until the intake reads it. platform-http would copy it into memory, and
 * the container would swallow it as a form, for curl and many clients declare one unless told otherwise.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UntouchedBodyFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(UntouchedBodyFilter.class);

    /** What is longer than that is cut off. */
    private static final long MOST_DRAINED = 256L * 1024 * 1024;

    private static final String BODY = UntouchedBodyFilter.class.getName() + ".body";

    /** The body of a delivery, still unread. */
    static InputStream body(HttpServletRequest request) {
        return (InputStream) request.getAttribute(BODY);
    }

    /**
     * Takes the rest of a body off its sender's hands, so that he hears why it is refused: most senders do not listen before
     * they have sent everything, and find the connection broken instead.
     */
    static void drain(HttpServletRequest request) {
        var rest = new PacedBody(body(request));
        var buffer = new byte[16 * 1024];
        try {
            long drained = 0;
            for (int read = rest.read(buffer); read >= 0 && drained < MOST_DRAINED; read = rest.read(buffer)) {
                drained += read;
            }
        } catch (IOException gone) {
            LOG.debug("The rest of a refused body does not come", gone);
        }
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/ota/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(BODY, request.getInputStream());
        chain.doFilter(new Untouched(request), response);
    }

    private static final class Untouched extends HttpServletRequestWrapper {

        Untouched(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new NothingToRead();
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new StringReader(""));
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }

    private static final class NothingToRead extends ServletInputStream {

        @Override
        public int read() {
            return -1;
        }

        @Override
        public boolean isFinished() {
            return true;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("There is nothing to read here");
        }
    }
}
