package io.toritsugi.intake;

import io.toritsugi.conformance.testbuild.Tampering;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.ProxyMethodInvocation;

/** Sabotage: says that a chunk is stored, and stores it a second later. */
public final class LateStore implements Tampering {

    @Override
    public Object call(MethodInvocation call) {
        var arguments = call.getArguments().clone();
        // The caller empties its list as soon as it believes that it is stored.
        arguments[1] = List.copyOf((List<?>) arguments[1]);
        var later = ((ProxyMethodInvocation) call).invocableClone(arguments);
        CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(() -> store(later));
        return new StoredChunk(List.of());
    }

    private static void store(MethodInvocation later) {
        try {
            later.proceed();
        } catch (Throwable lost) {
            throw new IllegalStateException("Lost, as is to be expected", lost);
        }
    }
}
