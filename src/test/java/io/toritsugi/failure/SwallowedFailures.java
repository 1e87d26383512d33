package io.toritsugi.failure;

import io.toritsugi.conformance.testbuild.Tampering;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/** Sabotage: what failed is forgotten. */
public final class SwallowedFailures implements Tampering {

    @Override
    public @Nullable Object call(MethodInvocation call) {
        return null;
    }
}
