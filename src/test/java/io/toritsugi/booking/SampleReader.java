package io.toritsugi.booking;

import io.toritsugi.telegram.model.AllotmentBookingReport;
import io.toritsugi.telegram.model.TelegramUnmarshaller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/** Reads telegrams from the test resources or from text. */
final class SampleReader {

    private static final XMLInputFactory FACTORY = hardened();
    private static final TelegramUnmarshaller UNMARSHALLER = new TelegramUnmarshaller();

    private SampleReader() {}

    static byte[] bytes(String name) {
        try (var stream = SampleReader.class.getResourceAsStream("/samples/" + name)) {
            if (stream == null) {
                throw new IllegalArgumentException("No sample is called " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AllotmentBookingReport sample(String name) {
        return read(bytes(name + ".xml"));
    }

    static AllotmentBookingReport read(String xml) {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    static AllotmentBookingReport read(byte[] xml) {
        try {
            return UNMARSHALLER.unmarshal(FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
