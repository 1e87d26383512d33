package io.toritsugi.retry;

import io.toritsugi.api.HttpTest;
import io.toritsugi.conformance.SettableClock;
import io.toritsugi.failure.RemoteCircuit;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** As {@link HttpTest}, with a clock that can be put forward and circuits that can be opened. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@HttpTest
@Import(RetryTest.Settable.class)
@interface RetryTest {

    /** Imported above; bears no annotation, or every application started beside the tests' classes would find it. */
    class Settable {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        @Primary
        Circuits circuits() {
            return new Circuits();
        }
    }

    /** Circuits of hotels, closed until a test opens them. */
    final class Circuits implements RemoteCircuit {

        final Set<Integer> open = ConcurrentHashMap.newKeySet();

        @Override
        public boolean isOpen(int hotelId) {
            return open.contains(hotelId);
        }
    }
}
