package io.toritsugi.conformance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.function.IntFunction;

/** An answer of BookingInfoOutput, written while it is sent: every other telegram as CDATA, the rest with entities. */
final class SoapAnswer {

    private static final String BEGIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/">
              <S:Body>
                <ns2:executeResponse xmlns:ns2="http://pmsfc5001.pmsfc50.pms.lincoln.seanuts.co.jp/">
                  <return>
                    <commonResponse>
                      <isSuccess>true</isSuccess>
                    </commonResponse>
                    <configurationSettings>
                      <outputId>SMP0000000999</outputId>
                    </configurationSettings>
            """;
    private static final String END = """
                  </return>
                </ns2:executeResponse>
              </S:Body>
            </S:Envelope>
            """;

    private final int telegrams;
    private final IntFunction<String> documents;

    private SoapAnswer(int telegrams, IntFunction<String> documents) {
        this.telegrams = telegrams;
        this.documents = documents;
    }

    /** Of so many telegrams, each written when its turn comes; numbers begin at 0. */
    static SoapAnswer of(int telegrams, IntFunction<String> documents) {
        return new SoapAnswer(telegrams, documents);
    }

    static SoapAnswer of(List<String> documents) {
        return new SoapAnswer(documents.size(), documents::get);
    }

    InputStream open() {
        return new SequenceInputStream(new Parts());
    }

    byte[] bytes() {
        try (var all = open()) {
            return all.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BodyPublisher publisher() {
        return BodyPublishers.ofInputStream(this::open);
    }

    private String entry(int number) {
        var document = documents.apply(number);
        var text = number % 2 == 0
                ? "<![CDATA[" + document.replace("]]>", "]]]]><![CDATA[>") + "]]>"
                : document.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<bookingInfoList>\n<infoTravelXML>" + text + "</infoTravelXML>\n</bookingInfoList>\n";
    }

    /** One part in memory at a time. */
    @SuppressWarnings("JdkObsolete") // what SequenceInputStream asks for
    private final class Parts implements Enumeration<InputStream> {

        private int next = -1;

        @Override
        public boolean hasMoreElements() {
            return next <= telegrams;
        }

        @Override
        public InputStream nextElement() {
            var part = next < 0 ? BEGIN : next < telegrams ? entry(next) : END;
            next++;
            return new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8));
        }
    }
}
