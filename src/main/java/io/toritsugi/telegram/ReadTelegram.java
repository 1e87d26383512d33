package io.toritsugi.telegram;

import io.toritsugi.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * One telegram of a delivery, or what stands in its place: a document that cannot be read, or the rest of an answer that
 * breaks off.
 *
 * @param line its place in the delivery, from 1, in document order
 * @param bytes its bytes as they are to be stored, card fields blanked
 * @param encoding the charset that {@code bytes} are spelled in, whatever a declaration inside them says; a name that Java
 *     knows. Bytes that spell no characters (a damaged gzip) are said to be ISO-8859-1, in which every byte is one
 * @param keys what the skim has read; null when it could not
 * @param failure why it could not; null when it could
 */
public record ReadTelegram(
        int line,
        TelegramBytes bytes,
        String encoding,
        @Nullable TelegramKeys keys,
        @Nullable Failure failure) {}
