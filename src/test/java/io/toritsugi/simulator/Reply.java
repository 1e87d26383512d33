package io.toritsugi.simulator;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;

/**
 * An answer, read by a hardened reader of the test's own: not by the simulator's classes.
 *
 * @param leaves every element with text, in document order
 */
record Reply(List<Leaf> leaves) {

    private static final XMLInputFactory FACTORY = hardened();

    record Leaf(String name, String text) {}

    static Reply read(byte[] xml) {
        var leaves = new ArrayList<Leaf>();
        try {
            var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(xml));
            var text = new StringBuilder();
            while (reader.hasNext()) {
                reader.next();
                if (reader.isStartElement()) {
                    text.setLength(0);
                } else if (reader.isCharacters()) {
                    text.append(reader.getText());
                } else if (reader.isEndElement() && !text.toString().isBlank()) {
                    leaves.add(new Leaf(reader.getLocalName(), text.toString()));
                    text.setLength(0);
                }
            }
        } catch (XMLStreamException e) {
            throw new AssertionError("Not well-formed", e);
        }
        return new Reply(List.copyOf(leaves));
    }

    String text(String name) {
        var all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }

    List<String> all(String name) {
        return leaves.stream()
                .filter(leaf -> leaf.name().equals(name))
                .map(Leaf::text)
                .toList();
    }

    boolean succeeded() {
        return text("isSuccess").equals("true");
    }

    String outputId() {
        return text("outputId");
    }

    List<String> telegrams() {
        return all("infoTravelXML");
    }

    private static XMLInputFactory hardened() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
