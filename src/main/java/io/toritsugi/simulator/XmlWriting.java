package io.toritsugi.simulator;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLOutputFactory2;
import org.codehaus.stax2.XMLStreamWriter2;
import org.jspecify.annotations.Nullable;

/** Writes one document with a real XML writer: every value is escaped, whatever it is. For one thread. */
final class XmlWriting {

    private static final XMLOutputFactory2 FACTORY = new WstxOutputFactory();

    private final StringWriter text = new StringWriter(8192);
    private final XMLStreamWriter2 writer;

    XmlWriting() {
        try {
            writer = (XMLStreamWriter2) FACTORY.createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw unwritable("a document", e);
        }
    }

    /** @param standalone as JAX-B writes it into the telegrams; the envelopes do not have it */
    XmlWriting declaration(boolean standalone) {
        try {
            if (standalone) {
                writer.writeStartDocument("1.0", "UTF-8", true);
            } else {
                writer.writeStartDocument("UTF-8", "1.0");
            }
            return lineEnd();
        } catch (XMLStreamException e) {
            throw unwritable("the declaration", e);
        }
    }

    XmlWriting open(String name) {
        try {
            writer.writeStartElement(name);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(name, e);
        }
    }

    /** Opens an element that brings its own prefix. */
    XmlWriting open(String prefix, String name, String namespace) {
        try {
            writer.writeStartElement(prefix, name, namespace);
            writer.writeNamespace(prefix, namespace);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(name, e);
        }
    }

    /** Opens an element in a namespace whose prefix is known already. */
    XmlWriting openIn(String prefix, String name, String namespace) {
        try {
            writer.writeStartElement(prefix, name, namespace);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(name, e);
        }
    }

    XmlWriting attribute(String name, String value) {
        try {
            writer.writeAttribute(name, value);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(name, e);
        }
    }

    XmlWriting close() {
        try {
            writer.writeEndElement();
            return lineEnd();
        } catch (XMLStreamException e) {
            throw unwritable("an end", e);
        }
    }

    /** An element with text; null writes it empty, which means "missing" (domain notes §4.1). */
    XmlWriting element(String name, @Nullable Object value) {
        try {
            if (value == null || value.toString().isEmpty()) {
                writer.writeEmptyElement(name);
            } else {
                writer.writeStartElement(name);
                writer.writeCharacters(value.toString());
                writer.writeEndElement();
            }
            return lineEnd();
        } catch (XMLStreamException e) {
            throw unwritable(name, e);
        }
    }

    /** An element whose text stands in CDATA sections; an end mark inside the text is split over two of them. */
    XmlWriting dataElement(String name, String value) {
        try {
            writer.writeStartElement(name);
            for (var section : value.split("(?<=]])(?=>)", -1)) {
                writer.writeCData(section);
            }
            writer.writeEndElement();
            return lineEnd();
        } catch (XMLStreamException e) {
            throw unwritable(name, e);
        }
    }

    String finish() {
        try {
            writer.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw unwritable("the end", e);
        }
    }

    private XmlWriting lineEnd() throws XMLStreamException {
        writer.writeCharacters("\n");
        return this;
    }

    private static IllegalArgumentException unwritable(String what, XMLStreamException cause) {
        return new IllegalArgumentException("XML cannot hold " + what + ": " + cause.getMessage(), cause);
    }
}
