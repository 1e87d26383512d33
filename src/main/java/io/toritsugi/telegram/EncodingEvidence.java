package io.toritsugi.telegram;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a document and its Content-Type say about its encoding.
 *
 * @param candidates the charsets to try, best first; one when nothing contradicts, and never none
 * @param unknown a declared encoding that we do not read; null when there is none
 */
record EncodingEvidence(List<Charset> candidates, @Nullable String unknown) {

    /** How many bytes from the beginning the evidence is sought in. */
    static final int HEAD = 1024;

    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml[^>]{0,200}?\\sencoding\\s{0,9}=\\s{0,9}[\"']([A-Za-z0-9._:-]{1,40})[\"']");

    static EncodingEvidence of(byte[] head, int length, @Nullable String contentTypeCharset) {
        var marked = ByteOrderMark.charset(head, length);
        var evident = marked != null ? marked : wideByShape(head, length);
        if (evident != null) {
            return new EncodingEvidence(List.of(evident), null);
        }
        var declaredName = declaration(head, length);
        var declared = narrow(declaredName);
        var header = narrow(contentTypeCharset);
        if (declaredName != null && declared == null && header == null) {
            return new EncodingEvidence(List.of(StandardCharsets.UTF_8), declaredName);
        }
        return new EncodingEvidence(candidates(header, declared), null);
    }

    /** The charset that the text is read in: the first candidate in which all of it spells characters, else the best. */
    Charset decide(Spool text) throws IOException {
        for (var candidate : candidates.size() > 1 ? candidates : List.<Charset>of()) {
            if (spellsCharacters(text, candidate)) {
                return candidate;
            }
        }
        return candidates.get(0);
    }

    private static boolean spellsCharacters(Spool text, Charset charset) throws IOException {
        // A decoder that is handed over as such reports what it cannot decode; one made from a charset would replace
        // it.
        try (var reader = new InputStreamReader(text.open(), charset.newDecoder())) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static List<Charset> candidates(@Nullable Charset header, @Nullable Charset declared) {
        var candidates = new LinkedHashSet<Charset>();
        // Where two names contradict, UTF-8 goes first, because text in another encoding hardly ever passes for it; and
        // a
        // Latin charset alone in the header is more often the sender's library than the sender.
        if (StandardCharsets.UTF_8.equals(header)
                || StandardCharsets.UTF_8.equals(declared)
                || (declared == null && (header == null || isLatin(header)))) {
            candidates.add(StandardCharsets.UTF_8);
        }
        if (header != null) {
            candidates.add(header);
        }
        if (declared != null) {
            candidates.add(declared);
        }
        return List.copyOf(candidates);
    }

    private static boolean isLatin(Charset charset) {
        return charset.equals(StandardCharsets.ISO_8859_1)
                || charset.equals(StandardCharsets.US_ASCII)
                || charset.name().equals("windows-1252");
    }

    /** A name that bytes of one-byte letters may carry; one that says two or four is wrong about them: UTF-8 then. */
    private static @Nullable Charset narrow(@Nullable String name) {
        var charset = TextEncoding.named(name);
        return charset != null && TextEncoding.width(charset) > 1 ? StandardCharsets.UTF_8 : charset;
    }

    private static @Nullable String declaration(byte[] head, int length) {
        int start = TextEncoding.start(head, length, StandardCharsets.UTF_8);
        var text = new String(head, start, Math.min(length - start, 300), StandardCharsets.ISO_8859_1);
        var declaration = DECLARATION.matcher(text);
        return declaration.lookingAt() ? declaration.group(1) : null;
    }

    /** UTF-16 and UTF-32 without a mark show in the zeros around the first character. */
    private static @Nullable Charset wideByShape(byte[] head, int length) {
        if (length < 4) {
            return null;
        }
        if (head[0] == 0 && head[1] == 0 && head[2] == 0 && head[3] != 0) {
            return TextEncoding.UTF_32BE;
        }
        if (head[0] != 0 && head[1] == 0 && head[2] == 0 && head[3] == 0) {
            return TextEncoding.UTF_32LE;
        }
        if (head[0] == 0 && head[1] != 0 && head[2] == 0 && head[3] != 0) {
            return StandardCharsets.UTF_16BE;
        }
        return head[0] != 0 && head[1] == 0 && head[2] != 0 && head[3] == 0 ? StandardCharsets.UTF_16LE : null;
    }
}
