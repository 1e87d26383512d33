package io.toritsugi.telegram;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

/**
 * Limits of safe reading (domain notes §10). Generous against every telegram ever seen, and small enough that no sender
 * can hold up or fill a node.
 *
 * @param telegramSize most bytes of one telegram, bare or inside an answer; also of every body that is no SOAP answer
 * @param answerSize most bytes of a whole SOAP answer, after gunzip
 * @param memorySize most bytes of a body that are held in memory; what is longer waits in a temporary file
 * @param gzipRatio most bytes that one compressed byte may become, judged on what is longer than a telegram
 * @param depth most levels of elements
 * @param attributes most attributes of one element
 * @param attributeSize most characters of one attribute's value, counted in bytes of one
 * @param nameLength most characters of a name of an element, attribute or processing instruction
 * @param keyLength most characters of one of the keys that a skim reads
 * @param textSize most characters of text between two tags, counted in bytes of one
 * @param time longest that reading one telegram may take, the caller's own work not counted
 */
@ConfigurationProperties("toritsugi.reading")
public record ReadingLimits(
        @DefaultValue("2MB") DataSize telegramSize,
        @DefaultValue("1GB") DataSize answerSize,
        @DefaultValue("1MB") DataSize memorySize,
        @DefaultValue("200") long gzipRatio,
        @DefaultValue("64") int depth,
        @DefaultValue("64") int attributes,
        @DefaultValue("64KB") DataSize attributeSize,
        @DefaultValue("256") int nameLength,
        @DefaultValue("256") int keyLength,
        @DefaultValue("512KB") DataSize textSize,
        @DefaultValue("5s") Duration time) {

    public ReadingLimits {
        requirePositive("telegram-size", telegramSize.toBytes());
        requirePositive("answer-size", answerSize.toBytes());
        requirePositive("memory-size", memorySize.toBytes());
        requirePositive("gzip-ratio", gzipRatio);
        requirePositive("depth", depth);
        requirePositive("attributes", attributes);
        requirePositive("attribute-size", attributeSize.toBytes());
        requirePositive("name-length", nameLength);
        requirePositive("key-length", keyLength);
        requirePositive("text-size", textSize.toBytes());
        requirePositive("time", time.toNanos());
        // Both are held as arrays.
        requireArray("telegram-size", telegramSize);
        requireArray("memory-size", memorySize);
        requireArray("attribute-size", attributeSize);
    }

    /** The limits that hold where nothing is configured. */
    public static ReadingLimits defaults() {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate("toritsugi.reading", ReadingLimits.class);
    }

    int telegramBytes() {
        return (int) telegramSize.toBytes();
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("toritsugi.reading." + name + " must be positive, but is " + value);
        }
    }

    private static void requireArray(String name, DataSize size) {
        if (size.toBytes() > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException("toritsugi.reading." + name + " must stay below 512MB, but is " + size);
        }
    }
}
