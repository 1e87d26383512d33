package io.toritsugi.link;

import io.toritsugi.SettableClock;
import io.toritsugi.api.HttpTest;
import io.toritsugi.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application with a clock that stands still until it is told to go: polls and retries happen when a test wants them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "toritsugi.access.admin-password=" + HttpTest.ADMIN_PASSWORD,
            "toritsugi.access.intake-key=" + HttpTest.INTAKE_KEY,
            "toritsugi.access.recheck=0s",
            "toritsugi.link.key-set-file=target/link-test/keys.json",
            "toritsugi.link.again-after=0s",
            "toritsugi.archive.after=0s",
            "toritsugi.ticks.polls-due=* * * * * ?",
            "toritsugi.ticks.polls-follow=250",
            "toritsugi.ticks.confirm=150",
            "toritsugi.ticks.archive=* * * * * ?",
            "toritsugi.ticks.retry=250",
            "toritsugi.ticks.stop-sell=250",
            "toritsugi.ticks.stop-sell-follow=250",
            "toritsugi.ticks.reconcile=250",
            "toritsugi.stop-sell.pause=0s",
            "spring.quartz.startup-delay=0s",
            "server.address=127.0.0.1"
        })
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import(SettableClock.InTheApplication.class)
public @interface LinkTest {}
