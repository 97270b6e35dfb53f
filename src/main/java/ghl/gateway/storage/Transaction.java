package ghl.gateway.storage;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * SQL within one transaction, the same on SQLite and PostgreSQL. Parameters stand for {@code ?} in their order and are
 * {@code String}, {@code Integer}, {@code Long}, {@code Boolean}, {@code Instant} (kept in epoch milliseconds), {@code
 * byte[]}, an enum (kept by its name), or null.
 */
public interface Transaction {

    /** @return how many rows were changed */
    int update(String sql, Object... parameters);

    <T> List<T> list(String sql, Function<Row, T> mapper, Object... parameters);

    /** The first row, if there is one. */
    <T> Optional<T> first(String sql, Function<Row, T> mapper, Object... parameters);
}
