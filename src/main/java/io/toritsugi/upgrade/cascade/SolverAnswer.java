package io.toritsugi.upgrade.cascade;

import org.jspecify.annotations.Nullable;

/**
 * What the solver found.
 *
 * @param plan the best plan that it found; null when it found none
 * @param proven whether there is none better; without a plan, whether there is none at all
 */
record SolverAnswer(@Nullable CascadePlan plan, boolean proven) {

    static final SolverAnswer IMPOSSIBLE = new SolverAnswer(null, true);
    static final SolverAnswer UNKNOWN = new SolverAnswer(null, false);
}
