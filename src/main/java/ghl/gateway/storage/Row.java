package ghl.gateway.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;

/** The current row of a result, with columns by name. SQL NULL is returned as null, and as false by {@link #flag}. */
public final class Row {

    private final ResultSet rows;
    private final Function<SQLException, StorageException> errors;

    public Row(ResultSet rows, Function<SQLException, StorageException> errors) {
        this.rows = rows;
        this.errors = errors;
    }

    private interface Column<T> {
        T read(String name) throws SQLException;
    }

    public String text(String column) {
        return read(rows::getString, column);
    }

    public Integer integer(String column) {
        return nullable(rows::getInt, column);
    }

    public Long number(String column) {
        return nullable(rows::getLong, column);
    }

    public boolean flag(String column) {
        return read(rows::getBoolean, column);
    }

    public Instant instant(String column) {
        Long millis = number(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    public byte[] bytes(String column) {
        return read(rows::getBytes, column);
    }

    public <E extends Enum<E>> E oneOf(Class<E> type, String column) {
        String name = text(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    /** JDBC returns zero for a number that is NULL. */
    private <T> T nullable(Column<T> getter, String column) {
        return read(
                name -> {
                    T value = getter.read(name);
                    return rows.wasNull() ? null : value;
                },
                column);
    }

    private <T> T read(Column<T> getter, String column) {
        try {
            return getter.read(column);
        } catch (SQLException e) {
            throw errors.apply(e);
        }
    }
}
