package io.toritsugi.telegram;

import org.jspecify.annotations.Nullable;

/** What a telegram says has happened (DataClassification, domain notes §4.5). Declared in the order of §8.3. */
public enum TelegramKind {
    NEW("NewBookReport"),
    MODIFICATION("ModificationReport"),
    CANCELLATION("CancellationReport");

    private final String classification;

    TelegramKind(String classification) {
        this.classification = classification;
    }

    /** The kind that a DataClassification stands for; null for the others of the TravelXML family and for nonsense. */
    public static @Nullable TelegramKind ofClassification(@Nullable String classification) {
        for (var kind : values()) {
            if (kind.classification.equals(classification)) {
                return kind;
            }
        }
        return null;
    }
}
