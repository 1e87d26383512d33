package io.toritsugi.link;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the request of a service (domain notes §2), every value escaped by a real XML writer. */
final class SoapRequest {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final XMLOutputFactory FACTORY = new WstxOutputFactory();

    private SoapRequest() {}

    /**
     * The request, in UTF-8. It holds the password: it goes to the wire and nowhere else.
     *
     * @throws IllegalArgumentException when a value has characters that XML cannot hold
     */
    static byte[] write(RemoteRequest request, String systemId, LinkCredentials who) {
        var service = request.service();
        var bytes = new ByteArrayOutputStream(1024);
        try {
            var xml = FACTORY.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("S", "Envelope", SOAP);
            xml.writeNamespace("S", SOAP);
            xml.writeStartElement("S", "Body", SOAP);
            xml.writeStartElement("pms", "execute", service.namespace());
            xml.writeNamespace("pms", service.namespace());
            xml.writeStartElement("arg0");
            commonRequest(xml, systemId, who);
            request.own().write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException | IllegalArgumentException unwritable) {
            // Without its cause, whose message may quote the value.
            throw new IllegalArgumentException("A request to " + service.spelling() + " cannot be written as XML");
        }
        return bytes.toByteArray();
    }

    private static void commonRequest(XMLStreamWriter xml, String systemId, LinkCredentials who)
            throws XMLStreamException {
        xml.writeStartElement("commonRequest");
        element(xml, "systemId", systemId);
        element(xml, "pmsUserId", who.user());
        element(xml, "pmsPassword", who.password());
        xml.writeEndElement();
    }

    static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
}
