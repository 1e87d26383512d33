package io.toritsugi.telegram;

import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.exc.WstxUnexpectedCharException;
import io.toritsugi.failure.Failure;
import io.toritsugi.failure.FailureCode;
import io.toritsugi.failure.TelegramFailedException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Says in codes of the catalogue why a document cannot be read. The arguments name places, limits and names of elements,
 * never text of the document: that could be a guest's name.
 */
final class ParseFailures {

    static final String TELEGRAM_ROOT = "AllotmentBookingReport";

    // Woodstox has no type of its own for a limit that is passed, only this wording; a test holds it.
    private static final Pattern LIMIT =
            Pattern.compile("(?i)(depth|attribute size|attribute|text size)? ?limit \\(\\d+\\)");
    private static final int LONGEST_NAME = 80;

    private ParseFailures() {}

    static TelegramFailedException doctype(String stage) {
        return new TelegramFailedException(FailureCode.PARSE_DOCTYPE, stage, Map.of());
    }

    static TelegramFailedException empty(String stage) {
        return new TelegramFailedException(FailureCode.PARSE_EMPTY, stage, Map.of());
    }

    static TelegramFailedException wrongRoot(String found, String stage) {
        return new TelegramFailedException(
                FailureCode.PARSE_WRONG_ROOT, stage, Map.of("expected", TELEGRAM_ROOT, "found", name(found)));
    }

    static TelegramFailedException limit(String which, long limit, String stage) {
        return new TelegramFailedException(
                FailureCode.PARSE_LIMIT, stage, Map.of("limit", which, "expected", Long.toString(limit)));
    }

    static TelegramFailedException unknownEncoding(String found, String stage) {
        return new TelegramFailedException(FailureCode.PARSE_ENCODING, stage, Map.of("found", name(found)));
    }

    static Failure tooLarge(long limit, long found) {
        return new Failure(
                FailureCode.PARSE_TOO_LARGE,
                TelegramSkim.STAGE,
                Map.of("expected", Long.toString(limit), "found", Long.toString(found)));
    }

    /** A name of the document's, cut and cleaned so that it can be shown. */
    static String name(String name) {
        var letters = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return letters.replaceAll("[^\\p{L}\\p{N}._:…-]", "?");
    }

    /** The parser's own exception, in our words. */
    static TelegramFailedException of(Exception thrown, String stage) {
        var exception = streamException(thrown);
        return exception == null
                ? new TelegramFailedException(FailureCode.PARSE_NOT_XML, stage, Map.of())
                : new TelegramFailedException(code(exception), stage, arguments(exception));
    }

    private static @Nullable XMLStreamException streamException(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof XMLStreamException stream) {
                return stream;
            }
        }
        return null;
    }

    private static FailureCode code(XMLStreamException exception) {
        var stopped = stopped(exception);
        if (stopped != null) {
            return switch (stopped.reason()) {
                case MALFORMED -> FailureCode.PARSE_ENCODING;
                case CUT_OFF -> FailureCode.PARSE_CUT_OFF;
                case TOO_LONG_A_STEP -> FailureCode.PARSE_LIMIT;
                case TOO_SLOW -> FailureCode.PARSE_TIME;
            };
        }
        if (exception instanceof WstxEOFException) {
            return FailureCode.PARSE_CUT_OFF;
        }
        if (exception instanceof WstxUnexpectedCharException unexpected && isControl(unexpected.getChar())) {
            return FailureCode.PARSE_ILLEGAL_CHARACTER;
        }
        var message = String.valueOf(exception.getMessage());
        if (message.startsWith("Illegal character") || message.startsWith("Invalid character reference")) {
            return FailureCode.PARSE_ILLEGAL_CHARACTER;
        }
        return LIMIT.matcher(message).find() ? FailureCode.PARSE_LIMIT : FailureCode.PARSE_NOT_XML;
    }

    private static @Nullable ReadingStoppedException stopped(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReadingStoppedException stopped) {
                return stopped;
            }
        }
        return null;
    }

    private static boolean isControl(char character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r';
    }

    private static Map<String, String> arguments(XMLStreamException exception) {
        var arguments = new HashMap<String, String>();
        Location location = exception.getLocation();
        if (location != null) {
            arguments.put("line", Integer.toString(location.getLineNumber()));
            arguments.put("column", Integer.toString(location.getColumnNumber()));
        }
        if (exception instanceof WstxUnexpectedCharException unexpected && isControl(unexpected.getChar())) {
            arguments.put("found", "U+%04X".formatted((int) unexpected.getChar()));
        }
        var limit = LIMIT.matcher(String.valueOf(exception.getMessage()));
        if (limit.find() && limit.group(1) != null) {
            arguments.put("limit", limit.group(1).toLowerCase(Locale.ROOT));
        }
        return arguments;
    }
}
