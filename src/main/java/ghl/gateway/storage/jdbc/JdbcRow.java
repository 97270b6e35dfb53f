package ghl.gateway.storage.jdbc;

import ghl.gateway.storage.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The row that a result set stands on. */
record JdbcRow(ResultSet rows, ErrorTranslator failures) implements Row {

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

    /** JDBC's numbers are zero where the column is NULL. */
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
            throw failures.of(e);
        }
    }
}
