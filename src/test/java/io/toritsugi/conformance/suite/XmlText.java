package io.toritsugi.conformance.suite;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** A document in the making; every text is escaped. */
final class XmlText {

    private final StringBuilder text =
            new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    private final String root;

    private XmlText(String root) {
        this.root = root;
        text.append('<').append(root).append(">\n");
    }

    static XmlText document(String root) {
        return new XmlText(root);
    }

    XmlText element(String name, Consumer<XmlText> content) {
        text.append('<').append(name).append(">\n");
        content.accept(this);
        text.append("</").append(name).append(">\n");
        return this;
    }

    XmlText text(String name, Object value) {
        text.append('<')
                .append(name)
                .append('>')
                .append(escaped(String.valueOf(value)))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    /** How long it is by now, in UTF-8. */
    int bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    String end() {
        return text + "</" + root + ">\n";
    }

    static String escaped(String raw) {
        return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
