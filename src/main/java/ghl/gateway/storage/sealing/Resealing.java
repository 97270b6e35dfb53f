package ghl.gateway.storage.sealing;

import ghl.gateway.storage.Database;
import ghl.gateway.storage.StorageException;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Seals every value with the first master key that was sealed with another one. Safe while other gateways write. */
record Resealing(Database database, TinkSealing sealing) {

    private static final int BATCH_SIZE = 200;

    /** First byte of a value that was stored unencrypted, before there was a master key. */
    private static final byte UNENCRYPTED = 0;

    private record SealedValue(List<Object> key, byte[] stored, String context) {}

    /**
     * @return the number of values that were sealed again
     * @throws ConfigurationException when none of the master keys opens a value
     */
    long run(Iterable<SealedColumn> columns) {
        long total = 0;
        for (SealedColumn column : columns) {
            for (List<SealedValue> next = find(column); !next.isEmpty(); next = find(column)) {
                List<SealedValue> batch = next;
                database.write(transaction -> {
                    batch.forEach(value -> transaction.update(updateSql(column), parameters(value)));
                    return null;
                });
                total += batch.size();
            }
        }
        if (total > 0) {
            database.scrub();
        }
        return total;
    }

    private List<SealedValue> find(SealedColumn column) {
        String sql = "SELECT " + String.join(", ", column.key()) + ", " + column.column() + " FROM " + column.table()
                + " WHERE " + column.column() + " IS NOT NULL AND substr(" + column.column() + ", 1, 5) <> ? LIMIT "
                + BATCH_SIZE;
        return database.read(transaction -> transaction.list(
                sql,
                row -> new SealedValue(
                        column.keyOf().apply(row),
                        row.bytes(column.column()),
                        column.contextOf().apply(row)),
                sealing.mark()));
    }

    /** Updates a value only if it has not changed since it was read. */
    private static String updateSql(SealedColumn column) {
        return "UPDATE " + column.table() + " SET " + column.column() + " = ? WHERE "
                + column.key().stream().map(name -> name + " = ? AND ").collect(Collectors.joining()) + column.column()
                + " = ?";
    }

    private Object[] parameters(SealedValue value) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(sealing.seal(open(value), value.context()));
        parameters.addAll(value.key());
        parameters.add(value.stored());
        return parameters.toArray();
    }

    private byte[] open(SealedValue value) {
        byte[] stored = value.stored();
        if (stored.length > 0 && stored[0] == UNENCRYPTED) {
            return Arrays.copyOfRange(stored, 1, stored.length);
        }
        try {
            return sealing.open(stored, value.context());
        } catch (StorageException unknownKey) {
            throw new ConfigurationException("None of the master keys opens a value in the database (" + value.context()
                    + "): add the key that sealed it to GATEWAY_MASTER_KEY, after the first key.");
        }
    }
}
