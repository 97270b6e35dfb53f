package ghl.gateway.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * SQL statements in one transaction, in SQL that both SQLite and PostgreSQL understand. Parameters replace {@code ?} in order.
 * Allowed types: {@code String}, {@code Integer}, {@code Long}, {@code Boolean}, {@code Instant} (stored as epoch milliseconds),
 * {@code byte[]}, enums (stored by name), and null.
 */
public interface Transaction {

    /** @return the number of changed rows */
    int update(String sql, Object... parameters);

    <T> List<T> list(String sql, Function<Row, T> mapper, Object... parameters);

    <T> Optional<T> first(String sql, Function<Row, T> mapper, Object... parameters);
}
