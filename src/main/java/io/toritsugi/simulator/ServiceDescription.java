package io.toritsugi.simulator;

import java.nio.charset.StandardCharsets;

/** A minimal WSDL: name, namespace, operation and address of a service; its types are not described. */
final class ServiceDescription {

    private static final String WSDL = "http://schemas.xmlsoap.org/wsdl/";
    private static final String SOAP = "http://schemas.xmlsoap.org/wsdl/soap/";

    private ServiceDescription() {}

    static byte[] of(LincolnService service, String address) {
        var xml = new XmlWriting().declaration(false);
        xml.open("wsdl", "definitions", WSDL);
        xml.attribute("targetNamespace", service.namespace()).attribute("name", service.serviceName());
        xml.openIn("wsdl", "portType", WSDL).attribute("name", service.serviceName() + "PortType");
        xml.openIn("wsdl", "operation", WSDL)
                .attribute("name", "execute")
                .close()
                .close();
        xml.openIn("wsdl", "service", WSDL).attribute("name", service.serviceName());
        xml.openIn("wsdl", "port", WSDL).attribute("name", service.serviceName() + "Port");
        xml.open("soap", "address", SOAP).attribute("location", address).close();
        return xml.close().close().close().finish().getBytes(StandardCharsets.UTF_8);
    }
}
