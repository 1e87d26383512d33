package io.toritsugi.telegram.model;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Shows a telegram by the local names of its elements alone: telegrams are matched by local name (domain notes §2), and
 * without attributes nobody can point JAXB to another type by {@code xsi:type}.
 */
final class PlainElements extends StreamReaderDelegate {

    private static final String INTERNED_NAMESPACES = "org.codehaus.stax2.internNsUris";

    private final KnownElements elements;

    PlainElements(XMLStreamReader reader, KnownElements elements) {
        super(reader);
        this.elements = elements;
    }

    @Override
    public int next() throws XMLStreamException {
        var event = super.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            elements.met(getLocalName());
        }
        return event;
    }

    @Override
    public QName getName() {
        return new QName(getLocalName());
    }

    @Override
    public String getNamespaceURI() {
        return "";
    }

    @Override
    public String getPrefix() {
        return "";
    }

    @Override
    public int getAttributeCount() {
        return 0;
    }

    @Override
    public int getNamespaceCount() {
        return 0;
    }

    @Override
    public Object getProperty(String name) {
        // The only namespace shown is a literal, which is always interned: this spares JAXB interning every name again.
        if (INTERNED_NAMESPACES.equals(name)) {
            return true;
        }
        return super.getProperty(name);
    }
}
