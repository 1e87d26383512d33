package io.toritsugi.upgrade.cascade;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What became of a question, and how that is known.
 *
 * @param plan the best plan; null when none was found
 * @param proven whether there is no better one within the limits; without a plan, whether there is none
 * @param method how it was found or ruled out
 * @param variables of the largest model; 0 where none was needed
 * @param constraints of the same
 */
record Solved(@Nullable CascadePlan plan, boolean proven, Method method, int variables, int constraints) {

    /** How a plan was found, or that there is none. */
    enum Method {
        /** By counting alone: even with everybody gone who can move, rooms lack; or none does. */
        @JsonProperty("count")
        COUNT,
        /** Every single move was tried. */
        @JsonProperty("single")
        SINGLE,
        /** By an integer programme. */
        @JsonProperty("mip")
        MIP
    }
}
