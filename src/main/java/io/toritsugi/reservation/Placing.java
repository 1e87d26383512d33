package io.toritsugi.reservation;

import io.toritsugi.failure.Failure;
import java.util.Optional;

/** Tries to give a stay its rooms; takes them when it can. */
@FunctionalInterface
interface Placing {

    /** Why there is no room for it; empty when the rooms were taken. */
    Optional<Failure> place(MappedStay stay);
}
