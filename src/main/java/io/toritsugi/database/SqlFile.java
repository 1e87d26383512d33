package io.toritsugi.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/**
 * The named statements in {@code sql/}: one file, one statement, with named parameters. A line {@code -- include room/name} stands
 * for the text of that file, which several statements share. The important ones are held to their indexes by a test, which reads
 * the same files.
 */
public final class SqlFile {

    private static final Pattern INCLUDE = Pattern.compile("^ *-- include (\\S+)$", Pattern.MULTILINE);

    private SqlFile() {}

    /**
     * The text of a statement.
     *
     * @param name its room and name: {@code reservation/arrivals}
     * @throws UncheckedIOException when there is none of that name
     */
    public static String text(String name) {
        return INCLUDE.matcher(read(name)).replaceAll(line -> Matcher.quoteReplacement(text(line.group(1))));
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("sql/" + name + ".sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("There is no statement " + name, missing);
        }
    }
}
