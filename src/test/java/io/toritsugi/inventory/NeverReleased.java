package io.toritsugi.inventory;

import io.toritsugi.conformance.testbuild.Tampering;
import java.util.SortedMap;
import java.util.TreeMap;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;

/** Sabotage: rooms are taken, and never given back. */
public final class NeverReleased implements Tampering {

    @Override
    @SuppressWarnings("unchecked") // what the method takes
    public @Nullable Object call(MethodInvocation call) throws Throwable {
        var moved = new TreeMap<>((SortedMap<NightKey, Integer>) call.getArguments()[0]);
        moved.values().removeIf(rooms -> rooms < 0);
        return ((ProxyMethodInvocation) call).invocableClone(moved).proceed();
    }
}
