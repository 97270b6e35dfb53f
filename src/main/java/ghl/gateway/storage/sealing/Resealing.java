package ghl.gateway.storage.sealing;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Seals stored values with the first master key. Safe while other gateways write. */
record Resealing(Database database, TinkSealing sealing) {

    private static final int BATCH_SIZE = 200;

    /** First byte of a value that was stored unencrypted, before there was a master key. */
    private static final byte[] UNENCRYPTED = {0};

    private record StoredValue(List<Object> key, byte[] stored, String context) {}

    /**
     * Seals again what was sealed with another key. Does not touch values that are not sealed: anyone who can write to the
     * database could have planted them.
     *
     * @return the number of values that were sealed again
     * @throws ConfigurationException when none of the master keys opens a value
     */
    long reseal(Iterable<SealedColumn> columns) {
        return replace(
                columns, isSealed("<>") + " AND substr(%1$s, 1, 5) <> ?", this::open, UNENCRYPTED, sealing.mark());
    }

    /**
     * Seals the values of a database that is older than its first master key: of one without a sealed value. Run it in one
     * transaction, so that no interrupted run leaves sealed values behind.
     *
     * @return the number of values that were sealed
     */
    long sealUnencrypted(List<SealedColumn> columns) {
        boolean isOlder = columns.stream().allMatch(column -> count(column, "<>") == 0);
        return isOlder ? replace(columns, isSealed("="), Resealing::withoutPrefix, (Object) UNENCRYPTED) : 0;
    }

    /** The number of values that are not sealed. */
    long countUnencrypted(SealedColumn column) {
        return count(column, "=");
    }

    private long count(SealedColumn column, String comparison) {
        String sql = "SELECT COUNT(*) AS found FROM " + column.table() + " WHERE "
                + isSealed(comparison).formatted(column.column());
        return database.read(transaction -> transaction
                .first(sql, row -> row.number("found"), (Object) UNENCRYPTED)
                .orElseThrow());
    }

    private static String isSealed(String comparison) {
        return "substr(%1$s, 1, 1) " + comparison + " ?";
    }

    private long replace(
            Iterable<SealedColumn> columns, String where, Function<StoredValue, byte[]> clear, Object... parameters) {
        long total = 0;
        for (SealedColumn column : columns) {
            for (List<StoredValue> next = find(column, where, parameters);
                    !next.isEmpty();
                    next = find(column, where, parameters)) {
                List<StoredValue> batch = next;
                database.write(transaction -> {
                    batch.forEach(value ->
                            transaction.update(updateSql(column), updateParameters(value, clear.apply(value))));
                    return null;
                });
                total += batch.size();
            }
        }
        return total;
    }

    private List<StoredValue> find(SealedColumn column, String where, Object... parameters) {
        String sql = "SELECT " + String.join(", ", column.key()) + ", " + column.column() + " FROM " + column.table()
                + " WHERE " + where.formatted(column.column()) + " LIMIT " + BATCH_SIZE;
        return database.read(transaction -> transaction.list(
                sql,
                row -> new StoredValue(
                        column.keyOf().apply(row),
                        row.bytes(column.column()),
                        column.contextOf().apply(row)),
                parameters));
    }

    /** Updates a value only if it has not changed since it was read. */
    private static String updateSql(SealedColumn column) {
        return "UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE "
                + column.key().stream().map(name -> name + " = ? AND ").collect(Collectors.joining()) + column.column()
                + " = ?";
    }

    private Object[] updateParameters(StoredValue value, byte[] clear) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(sealing.seal(clear, value.context()));
        parameters.addAll(value.key());
        parameters.add(value.stored());
        return parameters.toArray();
    }

    private static byte[] withoutPrefix(StoredValue value) {
        return Arrays.copyOfRange(value.stored(), UNENCRYPTED.length, value.stored().length);
    }

    private byte[] open(StoredValue value) {
        try {
            return sealing.open(value.stored(), value.context());
        } catch (StorageException unknownKey) {
            throw new ConfigurationException("None of the master keys opens a value in the database (" + value.context()
                    + "): add the key that sealed it to GATEWAY_MASTER_KEY, after the first key.");
        }
    }
}
