package io.toritsugi.conformance.testbuild;

import io.toritsugi.Toritsugi;
import java.io.IOException;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** The application with a {@link TestDoor} on the port {@code test-build.port}. */
public final class TestBuild {

    private TestBuild() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(Toritsugi.class, Additions.class).run(arguments);
    }

    /** Bears no annotation, for whoever scans for components must not find it. */
    static class Additions {

        @Bean
        static SabotageSwitch sabotageSwitch() {
            return new SabotageSwitch();
        }

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        TestDoor testDoor(Environment environment, SettableClock clock, SabotageSwitch sabotages, JdbcTemplate tables)
                throws IOException {
            return new TestDoor(
                    environment.getRequiredProperty("test-build.port", Integer.class), clock, sabotages, tables);
        }
    }
}
