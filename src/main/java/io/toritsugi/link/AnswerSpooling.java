package io.toritsugi.link;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.springframework.stereotype.Component;

/**
 * Makes camel-http fit for answers of any length. By itself it would hold an answer in memory and throw away what came of one
 * that breaks off. Here the answer goes to a {@link ReceivedAnswer} while it arrives, within its limit, also the half of one.
 * Nothing is repeated or redirected: whether a call may be made again is decided by who makes it.
 */
@Component("answerSpooling")
class AnswerSpooling implements HttpClientConfigurer {

    /** A header of the request that says how many bytes its answer may have; it does not leave this process. */
    static final String MOST_BYTES = "Toritsugi-Most-Bytes";

    private static final int CHUNK = 16 * 1024;

    private final LinkSettings settings;

    AnswerSpooling(LinkSettings settings) {
        this.settings = settings;
    }

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        client.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .addExecInterceptorFirst("spool the answer", this::spool);
    }

    private ClassicHttpResponse spool(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        var most = request.getFirstHeader(MOST_BYTES);
        long limit = most == null ? Long.MAX_VALUE : Long.parseLong(most.getValue());
        request.removeHeaders(MOST_BYTES);
        var response = chain.proceed(request, scope);
        var entity = response.getEntity();
        if (entity == null) {
            return response;
        }
        var answer = new ReceivedAnswer();
        try {
            receive(entity.getContent(), answer, limit);
        } catch (IOException | RuntimeException | Error lost) {
            answer.close();
            throw lost;
        }
        if (answer.broken() != null) {
            // Closed and not read on: the rest may never come, or never end.
            scope.execRuntime.discardEndpoint();
        } else {
            entity.close();
        }
        response.setEntity(new SpooledEntity(answer, entity.getContentType()));
        return response;
    }

    private void receive(InputStream arriving, ReceivedAnswer answer, long limit) throws IOException {
        long latest = System.nanoTime() + settings.longestAnswer().toNanos();
        var chunk = new byte[CHUNK];
        for (int read = next(arriving, chunk, answer); read >= 0; read = next(arriving, chunk, answer)) {
            answer.write(chunk, read);
            if (answer.size() > limit) {
                answer.breakOff(ReceivedAnswer.Break.TOO_LARGE);
                return;
            }
            if (System.nanoTime() - latest > 0) {
                answer.breakOff(ReceivedAnswer.Break.TOO_SLOW);
                return;
            }
        }
    }

    /** Reads on; -1 at the end, be it that of the answer or that of the connection. */
    private static int next(InputStream arriving, byte[] chunk, ReceivedAnswer answer) {
        try {
            return arriving.read(chunk);
        } catch (SocketTimeoutException silent) {
            answer.breakOff(ReceivedAnswer.Break.TOO_SLOW);
        } catch (IOException cut) {
            answer.breakOff(ReceivedAnswer.Break.CUT);
        }
        return -1;
    }

    /** An answer that lies here already; the bytes that Camel's message holds. */
    static final class Body extends FilterInputStream {

        private final ReceivedAnswer answer;

        private Body(ReceivedAnswer answer) {
            super(answer.open());
            this.answer = answer;
        }

        ReceivedAnswer answer() {
            return answer;
        }
    }

    private static final class SpooledEntity extends AbstractHttpEntity {

        private final ReceivedAnswer answer;

        SpooledEntity(ReceivedAnswer answer, String contentType) {
            super(contentType, null);
            this.answer = answer;
        }

        @Override
        public InputStream getContent() {
            return new Body(answer);
        }

        @Override
        public long getContentLength() {
            return answer.size();
        }

        @Override
        public boolean isStreaming() {
            return false; // it is read by who asked, after the connection is given back
        }

        @Override
        public void close() {
            // The answer belongs to who asked for it.
        }
    }
}
