package io.toritsugi.conformance.testbuild;

import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a sabotage does in the place of the method that it was put before. */
public interface Tampering {

    /** Answers for the method; {@link MethodInvocation#proceed()} is what it should have done. */
    @Nullable
    default Object call(MethodInvocation call) throws Throwable {
        return call.proceed();
    }

    default void switchedOn(JdbcTemplate tables) {}

    /** Leaves the application as if it had never been on, for what comes after. */
    default void switchedOff(JdbcTemplate tables) {}
}
