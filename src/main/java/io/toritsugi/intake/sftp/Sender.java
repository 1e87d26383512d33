package io.toritsugi.intake.sftp;

import java.util.List;

/** Whose files they are: a partner who drops them here, or a partner's server on which we look for them. */
interface Sender {

    /** Stands for all hotels in {@link #hotels()}. */
    String ALL_HOTELS = "*";

    /** Lower-case letters, digits, {@code -} and {@code _}; told in the log, in metrics and in incidents. */
    String name();

    /** The codes of the hotels that his files may be for. */
    List<String> hotels();

    default boolean maySendFor(String hotel) {
        return hotels().contains(ALL_HOTELS) || hotels().contains(hotel);
    }
}
