package io.toritsugi.simulator;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the envelopes of domain notes §2. */
final class SoapAnswer {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private SoapAnswer() {}

    /** @param fault {@link Fault#SUCCESS_MISSING} leaves the verdict out, which nobody may take for success */
    static byte[] success(LincolnService service, @Nullable Fault fault, Consumer<XmlWriting> content) {
        return envelope(service, fault == Fault.SUCCESS_MISSING ? null : true, null, content);
    }

    static byte[] failure(LincolnService service, LincolnFailure failure) {
        return failure(service, failure, xml -> {});
    }

    static byte[] failure(LincolnService service, LincolnFailure failure, Consumer<XmlWriting> content) {
        return envelope(service, false, failure, content);
    }

    /** A SOAP 1.1 fault, as JAX-WS answers when something broke inside. */
    static byte[] fault(String code, String reason) {
        var xml = new XmlWriting().declaration(false);
        xml.open("S", "Envelope", SOAP).openIn("S", "Body", SOAP).openIn("S", "Fault", SOAP);
        xml.element("faultcode", "S:" + code).element("faultstring", reason);
        return bytes(xml.close().close().close());
    }

    private static byte[] envelope(
            LincolnService service,
            @Nullable Boolean success,
            @Nullable LincolnFailure failure,
            Consumer<XmlWriting> content) {
        var xml = new XmlWriting().declaration(false);
        xml.open("S", "Envelope", SOAP).openIn("S", "Body", SOAP);
        xml.open("ns2", "executeResponse", service.namespace()).open("return");
        xml.open("commonResponse");
        if (success != null) {
            xml.element("isSuccess", success);
        }
        if (failure != null) {
            xml.element("failureReason", failure.code());
            xml.element("errorDescription", failure.code() + "：" + failure.text());
        }
        xml.close();
        content.accept(xml);
        return bytes(xml.close().close().close().close());
    }

    private static byte[] bytes(XmlWriting xml) {
        return xml.finish().getBytes(StandardCharsets.UTF_8);
    }
}
