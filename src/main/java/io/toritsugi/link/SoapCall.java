package io.toritsugi.link;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Sends one SOAP request through the route {@code link-call}, and takes what comes back. */
@Component
class SoapCall {

    private static final String ROUTE = "direct:link-call";

    private final ProducerTemplate producer;

    SoapCall(ProducerTemplate producer) {
        this.producer = producer;
    }

    /**
     * Sends the request and waits for the answer, or for the end of it.
     *
     * @return any answer, whatever it says; to be closed
     * @throws RemoteFailedException when none came
     */
    Answered post(Connection connection, LinkCredentials credentials, RemoteRequest asked) {
        var address = connection.address() + "/" + asked.service().spelling();
        var request = SoapRequest.write(asked, connection.systemId(), credentials);
        var exchange = producer.request(ROUTE, call -> {
            call.setProperty("address", address);
            call.setProperty("connectTimeout", connection.connectTimeoutMs());
            call.setProperty("readTimeout", connection.readTimeoutMs());
            call.getMessage().setHeader(Exchange.CONTENT_TYPE, "text/xml; charset=UTF-8");
            call.getMessage().setHeader("SOAPAction", "\"\"");
            call.getMessage().setHeader(AnswerSpooling.MOST_BYTES, connection.maxAnswerBytes());
            call.getMessage().setBody(request);
        });
        var thrown = exchange.getException();
        if (thrown != null) {
            throw TransportFailures.of(thrown, asked.service(), connection.address());
        }
        return answered(exchange);
    }

    private static Answered answered(Exchange exchange) {
        var message = exchange.getMessage();
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        var charset = charset(message.getHeader(Exchange.CONTENT_TYPE, String.class));
        var bytes = message.getBody() instanceof AnswerSpooling.Body body ? body.answer() : new ReceivedAnswer();
        return new Answered(status, charset, bytes);
    }

    private static @Nullable String charset(@Nullable String contentType) {
        try {
            var named = contentType == null
                    ? null
                    : MediaType.parseMediaType(contentType).getParameter("charset");
            return named != null && Charset.isSupported(named) ? named : null;
        } catch (InvalidMediaTypeException | IllegalCharsetNameException unknown) {
            return null; // the document itself says how it is spelled
        }
    }

    /** What came back; its bytes are gone when it is closed, unless somebody keeps them. */
    static final class Answered implements Closeable {

        private final int status;
        private final @Nullable String charset;
        private final ReceivedAnswer bytes;
        private boolean kept;

        Answered(int status, @Nullable String charset, ReceivedAnswer bytes) {
            this.status = status;
            this.charset = charset;
            this.bytes = bytes;
        }

        int status() {
            return status;
        }

        @Nullable
        String charset() {
            return charset;
        }

        ReceivedAnswer bytes() {
            return bytes;
        }

        ReceivedAnswer keep() {
            kept = true;
            return bytes;
        }

        @Override
        public void close() throws IOException {
            if (!kept) {
                bytes.close();
            }
        }
    }
}
