package io.toritsugi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The demo hotel SMP with its types, rooms, mappings and hierarchy, there before anything is received where
 * {@code toritsugi.demo} is true. Made once; what people change in it afterwards stays changed.
 */
@Component
@ConditionalOnBooleanProperty("toritsugi.demo")
public class DemoHotel implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(DemoHotel.class);
    private static final ClassPathResource SEED = new ClassPathResource("db/seed/demo_hotel.sql");

    private final JdbcClient database;

    DemoHotel(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void afterPropertiesSet() {
        if (load()) {
            log.info("The demo hotel SMP has been made");
        }
    }

    /**
     * Makes the hotel unless it is there.
     *
     * @return whether it was made now
     */
    public boolean load() {
        try {
            return database.sql(SEED.getContentAsString(StandardCharsets.UTF_8))
                            .query(Long.class)
                            .single()
                    > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("The demo hotel " + SEED.getPath() + " is missing from the jar", e);
        }
    }
}
