package io.toritsugi.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * The container's report of what it refused itself, before the application (and its JSON writer) was reached: a problem
 * document of fixed words in both languages, in place of the HTML page.
 */
public final class MalformedRequestReport extends ErrorReportValve {

    private static final String DOCUMENT = """
            {"type":"urn:toritsugi:problem:%1$s","title":"%2$s","status":%3$d,"code":"%1$s"}""";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var code = StatusProblem.of(status);
        var title = code.status().is4xxClientError()
                ? "受け付けられない要求です / The request was refused"
                : "予期しないエラーです / An unexpected error";
        var body = DOCUMENT.formatted(code.code(), title, status).getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("The refusal of a malformed request could not be sent", gone);
        }
    }
}
