package io.toritsugi.api;

import io.toritsugi.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a free port with a real database, shared by all test classes that bear this. Each test makes
 * hotels of its own ({@link Http#newHotel}), so that none depends on another.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "toritsugi.access.admin-password=" + HttpTest.ADMIN_PASSWORD,
            "toritsugi.access.intake-key=" + HttpTest.INTAKE_KEY,
            "toritsugi.access.recheck=0s",
            "toritsugi.ticks.retry=250",
            "toritsugi.ticks.bulk=250",
            "server.address=127.0.0.1"
        })
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
public @interface HttpTest {

    String ADMIN_PASSWORD = "correct horse battery";
    String INTAKE_KEY = "tg_test_intake_key_for_all_hotels";
}
