package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.Row;
import ghl.gateway.storage.StorageException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;

/** The current row of a result set. */
record JdbcRow(ResultSet rows, Function<SQLException, StorageException> errors) implements Row {

    private interface Column<T> {
        T read(String name) throws SQLException;
    }

    @Override
    public String text(String column) {
        return read(rows::getString, column);
    }

    @Override
    public Integer integer(String column) {
        return nullable(rows::getInt, column);
    }

    @Override
    public Long number(String column) {
        return nullable(rows::getLong, column);
    }

    @Override
    public boolean flag(String column) {
        return read(rows::getBoolean, column);
    }

    @Override
    public Instant instant(String column) {
        Long millis = number(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public byte[] bytes(String column) {
        return read(rows::getBytes, column);
    }

    @Override
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
