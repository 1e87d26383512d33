package io.toritsugi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The monthly partitions of the large append-only tables, which have to be there before the month begins: a row without a
 * partition is refused. Made when the application starts, before anything is received, and every day by the route
 * {@code housekeeping-partitions}, which runs the same statement.
 */
@Component
public class Partitions implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(Partitions.class);
    private static final ClassPathResource ENSURE_PARTITIONS =
            new ClassPathResource("sql/database/ensure-partitions.sql");

    private final JdbcClient database;
    private final Clock clock;

    Partitions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        ensureAhead();
    }

    /**
     * Makes what is missing for this month and the next three, in every partitioned table of the schema. May be called at any
     * time and by several nodes at once.
     *
     * @return how many partitions were made; 0 when all were there
     */
    public int ensureAhead() {
        var made = database
                .sql(text())
                .param("#today", today()) // spelled as camel-sql spells it: one statement for both
                .query((row, number) -> row.getInt("made"))
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
        log.info("Partitions are there for three months ahead, {} new", made);
        return made;
    }

    /** Today by UTC, which is what the months of the partitions go by. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private static String text() {
        try {
            return ENSURE_PARTITIONS.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The statement " + ENSURE_PARTITIONS.getPath() + " is missing from the jar", e);
        }
    }
}
