package io.toritsugi.simulator;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * One element of a request, by its local name, with its text and its children.
 *
 * @param text without white space around it; empty where there is none
 */
record RequestElement(String name, String text, List<RequestElement> children) {

    private static final int DEEPEST = 32;
    private static final XMLInputFactory FACTORY = hardened();

    /**
     * Reads a request.
     *
     * @throws XMLStreamException when it is no XML, has a DOCTYPE or is nested beyond reason
     */
    static RequestElement read(byte[] request) throws XMLStreamException {
        var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(request));
        try {
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw new XMLStreamException("DOCTYPE");
                }
            }
            return element(reader, 0);
        } finally {
            reader.close();
        }
    }

    private static RequestElement element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("nested deeper than " + DEEPEST);
        }
        var name = reader.getLocalName();
        var text = new StringBuilder();
        var children = new ArrayList<RequestElement>();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                children.add(element(reader, depth + 1));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        return new RequestElement(name, text.toString().strip(), List.copyOf(children));
    }

    /** The text of the first element of that name in here, at whatever depth; empty where there is none. */
    String textOf(String wanted) {
        var found = all(wanted);
        return found.isEmpty() ? "" : found.get(0).text();
    }

    /** All elements of that name in here, at whatever depth, in document order. */
    List<RequestElement> all(String wanted) {
        var found = new ArrayList<RequestElement>();
        collect(wanted, found);
        return found;
    }

    private void collect(String wanted, List<RequestElement> found) {
        for (var child : children) {
            if (child.name().equals(wanted)) {
                found.add(child);
            }
            child.collect(wanted, found);
        }
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
