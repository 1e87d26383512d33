package io.toritsugi.telegram;

import io.toritsugi.failure.TelegramFailedException;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/** Looks at every event before the caller does, and turns each violation into a {@link TelegramFailedException}. */
final class GuardedReader extends StreamReaderDelegate {

    private final ReadingLimits limits;
    private final String stage;
    private long textLength;
    private int depth;
    private boolean rootEnded;
    private boolean failed;

    GuardedReader(XMLStreamReader reader, ReadingLimits limits, String stage) {
        super(reader);
        this.limits = limits;
        this.stage = stage;
    }

    void enterRoot() {
        int event = next();
        while (event != START_ELEMENT) {
            event = next();
        }
        if (!getLocalName().equals(ParseFailures.TELEGRAM_ROOT)) {
            throw ParseFailures.wrongRoot(getLocalName(), stage);
        }
    }

    @Override
    public int next() {
        try {
            int event = checkedNext();
            while (rootEnded && depth == 0 && event != END_ELEMENT && event != END_DOCUMENT) {
                event = checkedNext();
            }
            return event;
        } catch (XMLStreamException | RuntimeException e) {
            throw translated(e);
        }
    }

    private int checkedNext() throws XMLStreamException {
        int event = super.next();
        check(event);
        return event;
    }

    private void check(int event) {
        switch (event) {
            case DTD -> throw ParseFailures.doctype(stage);
            case START_ELEMENT -> {
                depth++;
                textLength = 0;
                NameLengths.check(getParent(), limits, stage);
            }
            case END_ELEMENT -> {
                depth--;
                textLength = 0;
                rootEnded = depth == 0;
            }
            case CHARACTERS, CDATA, SPACE -> {
                textLength += getParent().getTextLength();
                if (textLength > limits.textSize().toBytes()) {
                    throw ParseFailures.limit("text", limits.textSize().toBytes(), stage);
                }
            }
            case PROCESSING_INSTRUCTION -> NameLengths.check(getPITarget(), limits, stage);
            default -> {
                // Comments mean nothing to us.
            }
        }
    }

    @Override
    public String getText() {
        try {
            return super.getText();
        } catch (RuntimeException e) {
            throw translated(e);
        }
    }

    @Override
    public String getElementText() {
        var text = new StringBuilder();
        for (int event = next(); event != END_ELEMENT; event = next()) {
            if (event == START_ELEMENT) {
                throw ParseFailures.of(new XMLStreamException("Text expected, element found", getLocation()), stage);
            }
            if (event == CHARACTERS || event == CDATA || event == SPACE) {
                text.append(getText());
            }
        }
        return text.toString();
    }

    @Override
    public int nextTag() {
        int event = next();
        while (event != START_ELEMENT && event != END_ELEMENT) {
            if (event == END_DOCUMENT || (hasText() && event != COMMENT && !isWhiteSpace())) {
                throw ParseFailures.of(new XMLStreamException("Tag expected", getLocation()), stage);
            }
            event = next();
        }
        return event;
    }

    @Override
    public void close() {
        if (failed) {
            // See NameLengths: what has failed may hold names that nobody has looked at.
            return;
        }
        try {
            super.close();
        } catch (XMLStreamException e) {
            throw translated(e);
        }
    }

    @Override
    public String getNamespaceURI() {
        return "";
    }

    @Override
    public QName getName() {
        return new QName(getLocalName());
    }

    private TelegramFailedException translated(Exception e) {
        failed = true;
        return e instanceof TelegramFailedException known ? known : ParseFailures.of(e, stage);
    }
}
