package io.toritsugi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/**
 * The named statements in {@code sql/}: one file, one statement, with named parameters. The important ones are held to their
 * indexes by a test, which reads the same files.
 */
public final class SqlFile {

    private SqlFile() {}

    /**
     * The text of a statement.
     *
     * @param name its room and name: {@code reservation/arrivals}
     * @throws UncheckedIOException when there is none of that name
     */
    public static String text(String name) {
        try {
            return new ClassPathResource("sql/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("There is no statement " + name, missing);
        }
    }
}
