package io.toritsugi.link;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a service.
 *
 * @param subject the output or the request that it is about, for the call log; null for none
 * @param own what stands in the request beside the part that is common to all services
 */
record RemoteRequest(RemoteService service, @Nullable String subject, Own own) {

    /** A service's own part of its request. */
    @FunctionalInterface
    interface Own {

        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    /** To a service that needs nothing more than who asks. */
    static RemoteRequest plain(RemoteService service) {
        return new RemoteRequest(service, null, xml -> {});
    }

    /**
     * About the output of bookings.
     *
     * @param outputId what is confirmed; null where nothing is
     */
    static RemoteRequest aboutOutput(RemoteService service, @Nullable String outputId) {
        return new RemoteRequest(service, outputId, xml -> {
            xml.writeStartElement("outputTarget");
            SoapRequest.element(xml, "systemCode", "1");
            if (outputId != null) {
                SoapRequest.element(xml, "outputId", outputId);
            }
            xml.writeEndElement();
        });
    }
}
