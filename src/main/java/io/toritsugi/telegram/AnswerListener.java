package io.toritsugi.telegram;

import io.toritsugi.failure.Failure;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Hears what an answer contains, in document order. */
interface AnswerListener {

    /** Where the text of the telegram that begins now goes to; null when nobody wants it. */
    @Nullable
    InnerDocument begin() throws IOException;

    /** The telegram that began last has ended as it should. */
    void telegram() throws IOException;

    /**
     * The telegram that began last lies in these bytes of the answer and could not be taken from there as text.
     *
     * @param failure why; null when it is no text but elements
     */
    void raw(long from, long to, @Nullable Failure failure) throws IOException;

    /** Whether the rest is of no interest. */
    boolean satisfied();
}
