package io.toritsugi.reservation;

import io.toritsugi.failure.Failure;
import org.jspecify.annotations.Nullable;

/** Tries to give a stay its rooms; takes them when it can. */
@FunctionalInterface
interface Placing {

    /**
     * Places the stay of a telegram, all of its rooms or none.
     *
     * @param telegram one that can be placed as far as its content goes
     * @param carried what its rooms may keep of what the booking holds now
     */
    Placed place(FoldTelegram telegram, RoomAssignment carried);

    /**
     * What came of it.
     *
     * @param stay as it was placed; null when there was no room for it
     * @param failure why there was no room; null when it was placed
     */
    record Placed(@Nullable MappedStay stay, @Nullable Failure failure) {

        static Placed in(MappedStay stay) {
            return new Placed(stay, null);
        }

        static Placed nowhere(Failure failure) {
            return new Placed(null, failure);
        }
    }
}
