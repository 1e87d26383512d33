package io.toritsugi.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a set-based statement: many rows bound as one array a column, read by {@code unnest} in SQL. Columns are
 * bound in the order in which they were added. Not thread-safe.
 *
 * @param <R> what makes a row
 */
public final class Columns<R> {

    private final List<R> rows;
    private final List<String> types = new ArrayList<>();
    private final List<@Nullable Object[]> values = new ArrayList<>();

    private Columns(Collection<? extends R> rows) {
        this.rows = List.copyOf(rows);
    }

    public static <R> Columns<R> of(Collection<? extends R> rows) {
        return new Columns<>(rows);
    }

    /**
     * Adds one column.
     *
     * @param type the PostgreSQL type of its elements
     * @param value the column's value of a row: a number where the type is one of {@code int4} and {@code int8}, else
     *     anything whose text form PostgreSQL reads
     */
    public Columns<R> column(String type, Function<? super R, ? extends @Nullable Object> value) {
        types.add(type);
        // Arrays of just these classes go to the server in binary form, without quoting here and unquoting there.
        values.add(
                switch (type) {
                    case "int4" -> cells(value, Integer[]::new, cell -> ((Number) cell).intValue());
                    case "int8" -> cells(value, Long[]::new, cell -> ((Number) cell).longValue());
                    default -> cells(value, String[]::new, Object::toString);
                });
        return this;
    }

    private <T> @Nullable T[] cells(
            Function<? super R, ? extends @Nullable Object> value,
            IntFunction<@Nullable T[]> array,
            Function<Object, T> form) {
        var column = array.apply(rows.size());
        for (int row = 0; row < column.length; row++) {
            var cell = value.apply(rows.get(row));
            column[row] = cell == null ? null : form.apply(cell);
        }
        return column;
    }

    /** Adds one column of type {@code bytea}. */
    public Columns<R> bytes(Function<? super R, byte @Nullable []> value) {
        var column = new byte @Nullable [rows.size()][];
        for (int row = 0; row < column.length; row++) {
            column[row] = value.apply(rows.get(row));
        }
        types.add("bytea");
        values.add(column);
        return this;
    }

    /** Binds the columns to the statement's parameters, beginning with the given one (1-based). */
    public void bind(PreparedStatement statement, int firstParameter) throws SQLException {
        Connection connection = statement.getConnection();
        for (int column = 0; column < types.size(); column++) {
            statement.setArray(
                    firstParameter + column, connection.createArrayOf(types.get(column), values.get(column)));
        }
    }

    /** Whether there is nothing to write. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
