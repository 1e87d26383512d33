package io.toritsugi.failure;

/** The eight classes of failure (R6.3; domain notes §11). */
public enum FailureClass {
    /** Not readable as a telegram: only a person or a re-send helps. */
    PARSE,
    /** Readable, but contradicting itself or incomplete: a person corrects it. */
    VALIDATION,
    /** A room code that the hotel has not mapped: heals when it is mapped. */
    ROOM_MAPPING,
    /** No free room on every night: heals when rooms come free, or by an upgrade. */
    NO_AVAILABILITY,
    /** Seen before: nothing to do, unless the contents differ. */
    DUPLICATE,
    /** Waits for another telegram of its booking, or came too late to matter. */
    OUT_OF_ORDER,
    /** TL-Lincoln unreachable or refusing: tried again by itself. */
    REMOTE,
    /** Our own side failed: tried again by itself, then a person. */
    SYSTEM
}
